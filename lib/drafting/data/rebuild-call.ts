import { database } from "@/lib/db/client";
import { findPrompt } from "../registry";
import { repairRequest, verdictOf } from "../rules/generation/ask-model";
import { promptHash } from "../rules/generation/compose-request";
import { type ModelDraft, modelDraft, payloadCheck } from "../rules/generation/drafts-of-answer";
import { readReply } from "../rules/generation/read-reply";
import { requestHash, wireBody } from "../rules/generation/wire-body";
import { callInputsSchema } from "../schema";
import { type ModelRequest, rungs } from "../types/model";
import { composeTask } from "./compose-task";

export type RebuiltCall =
  | {
      readonly ok: true;
      /** The bytes that were sent. */
      readonly body: string;
      /** The drafts that the stored answer holds; none where it was no answer. */
      readonly drafts: readonly ModelDraft[];
    }
  | {
      readonly ok: false;
      readonly reason: "not-found" | "prompt-changed" | "picture-differs" | "bytes-differ";
    };

/**
 * Makes the request of a call again from its record and reads its stored answer again. Bytes are the same or the reason is
 * said: another version of a decoder may render a picture otherwise, an erased text is gone. @throws on the latter.
 */
export async function rebuildCall(callId: string): Promise<RebuiltCall> {
  const call = await (await database()).modelCall.findUnique({
    where: { id: callId },
    include: { repairs: { select: { response: true } } },
  });
  const prompt = call ? findPrompt(call.promptId, call.promptVersion) : null;
  if (!call || !prompt) return { ok: false, reason: "not-found" };
  if (promptHash(prompt) !== call.promptHash) return { ok: false, reason: "prompt-changed" };
  const inputs = callInputsSchema.parse(call.inputs);
  const composed = await composeTask({ ...inputs, prompt }, call);
  if (composed.pictures.some(({ sha256 }, index) => sha256 !== inputs.pictures[index]?.sha256))
    return { ok: false, reason: "picture-differs" };
  const check = payloadCheck(prompt, composed, inputs.variables);
  const request = call.repairs ? mended(composed.request, call.repairs.response, check) : composed.request;
  const body = wireBody(request, rungs.find((rung) => rung === call.rung) ?? "strict");
  if (requestHash(body) !== call.requestHash) return { ok: false, reason: "bytes-differ" };
  const reply = call.response === null ? null : readReply(call.response);
  const payloads = reply?.state === "answered" ? check(reply.value) : null;
  const { kind, imageId } = inputs;
  const made = payloads?.ok && kind !== "label" ? payloads.value : [];
  const place = { kind: kind === "label" ? "caption" : kind, imageId } as const;
  return { ok: true, body, drafts: made.map((payload) => modelDraft(place, payload, composed.sources)) };
}

function mended(
  request: ModelRequest,
  response: string | null,
  check: ReturnType<typeof payloadCheck>,
): ModelRequest {
  const { words, sentence } = verdictOf(response ?? "", check);
  return repairRequest(request, words ?? "", sentence ?? "");
}
