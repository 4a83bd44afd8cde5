import { v4 as randomId } from "uuid";
import { database, transaction } from "@/lib/db/client";
import { type GenerationCase, loadGenerationCase } from "@/lib/drafting/data/generation-case";
import { type AskedFor, askTask, type ModelRun, runRow } from "@/lib/drafting/mutations/ask-task";
import type { Asked } from "@/lib/drafting/rules/generation/ask-model";
import { payloadCheck } from "@/lib/drafting/rules/generation/drafts-of-answer";
import { whyItStays } from "@/lib/drafting/rules/generation/may-leave";
import { methodTask, ownCaptions } from "../rules/method-task";
import { seededOrder } from "../rules/seeded-order";
import { type Method, methods } from "../types";

export type WrittenText =
  | { readonly kind: "written" | "there" }
  | {
      readonly kind: "failed";
      readonly sentence: string;
      readonly state: Extract<Asked<unknown>, { ok: false }>["state"] | "unexpected";
    };

const failed = (sentence: string, state: Extract<WrittenText, { kind: "failed" }>["state"]) =>
  ({ kind: "failed", sentence, state }) as const;

/**
 * Writes what is missing of the texts of a comparison for the images of one case: all four methods for an image, or why not.
 * They are no drafts: no reader of the case meets them. What is there is left; what was answered is not paid again.
 */
export async function writeComparison(
  run: ModelRun,
  comparisonId: string,
  caseId: string,
): Promise<readonly WrittenText[]> {
  const { comparisonImage } = await database();
  const rows = await comparisonImage.findMany({
    where: { comparisonId, caseId },
    orderBy: { position: "asc" },
    select: { id: true, imageId: true, texts: { select: { method: true } } },
  });
  const found = await loadGenerationCase(caseId);
  if (!found) return [failed("The case is gone.", "kept")];
  const stays = whyItStays(found, run.local);
  const askedFor = {
    caseId,
    projectId: found.projectId,
    actorId: null,
    runId: runRow(run, caseId, ["compare"]),
  };
  const written: WrittenText[] = [];
  for (const row of rows) {
    // In an order that says nothing of the methods, neither by the time nor by the id of a text.
    for (const method of seededOrder(methods, row.id, (one) => one)) {
      if (row.texts.some((text) => text.method === method)) written.push({ kind: "there" });
      else if (stays !== null) written.push(failed(stays, "kept"));
      else written.push(await writeText(run, found, askedFor, row, method));
    }
    const last = written.slice(-methods.length).find((one) => one.kind === "failed");
    await comparisonImage.update({
      where: { id: row.id },
      data: { sentence: last?.kind === "failed" ? last.sentence : null },
    });
  }
  return written;
}

async function writeText(
  run: ModelRun,
  found: GenerationCase,
  askedFor: AskedFor,
  row: { readonly id: string; readonly imageId: string },
  method: Method,
): Promise<WrittenText> {
  try {
    const image = found.images.find(({ id }) => id === row.imageId);
    const own = ownCaptions(found, row.imageId);
    if (!image || own.length === 0) return failed("The caption of the image is gone.", "kept");
    if (method === "native") return await store(row.id, method, own.map(({ text }) => text).join("\n"), null);
    const task = methodTask(found, image, method, run.longestSide);
    const { asked } = await askTask(run, askedFor, task, (composed) =>
      payloadCheck(task.prompt, composed, {}),
    );
    if (!asked.ok) return failed(asked.sentence, asked.state);
    const [payload] = asked.value;
    if (payload?.form !== "text") return failed("The model wrote nothing for the image.", "invalid");
    return await store(row.id, method, payload.text, asked.callId);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error), "unexpected");
  }
}

async function store(comparisonImageId: string, method: Method, text: string, modelCallId: string | null) {
  const written = await transaction((tx) =>
    tx.comparisonText.createMany({
      data: [{ id: randomId(), comparisonImageId, method, text, modelCallId }],
      skipDuplicates: true,
    }),
  );
  return { kind: written.count > 0 ? "written" : "there" } as const;
}
