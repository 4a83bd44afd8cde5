import {
  type FailureState,
  type ModelReply,
  type ModelRequest,
  type Rung,
  rungs,
  type SendOutcome,
} from "../../types/model";
import { readReply } from "./read-reply";
import { requestHash, wireBody } from "./wire-body";

export type Check<Value> = (
  value: unknown,
) => { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

/** A body that leaves, or would. `repairs` is the call whose answer it asks to mend. */
export interface Outgoing {
  readonly body: string;
  readonly hash: string;
  readonly rung: Rung;
  readonly repairs: string | null;
}

export type CallState = ModelReply["state"] | "invalid" | FailureState;

/** Where calls are written down and found again. */
export interface CallRecords {
  /** A request of this hash that was answered before: it is not sent and not paid again. */
  answered(
    outgoing: readonly Outgoing[],
  ): Promise<{ readonly id: string; readonly outgoing: Outgoing; readonly responseText: string } | null>;
  /** A request of this hash waits for its answer, in a batch. */
  waiting(outgoing: readonly Outgoing[]): Promise<boolean>;
  /** Written before anything may leave. @returns the id of the call, or why it may not leave. */
  begin(
    outgoing: Outgoing,
  ): Promise<{ readonly ok: true; readonly id: string } | { readonly ok: false; readonly sentence: string }>;
  /**
   * The last gate: asked when a call of `begin` has passed the limits of its run, before each try. Written before the first.
   * @returns why it may not leave any more; null = it may.
   */
  leaving(id: string, outgoing: Outgoing): Promise<string | null>;
  end(
    id: string,
    outcome: SendOutcome,
    verdict: { readonly state: CallState; readonly sentence: string | null },
  ): Promise<void>;
}

export interface Asking<Value> {
  readonly request: ModelRequest;
  /** Where the ladder starts: what the endpoint is known to take. */
  readonly rung: Rung;
  readonly check: Check<Value>;
  /** `leaving` is to be awaited each time right before bytes leave; they stay where it gives a sentence. */
  readonly send: (body: string, leaving: () => Promise<string | null>) => Promise<SendOutcome>;
  readonly records: CallRecords;
}

export type Asked<Value> =
  | {
      readonly ok: true;
      readonly value: Value;
      readonly callId: string;
      readonly rung: Rung;
      readonly paid: boolean;
    }
  | { readonly ok: false; readonly state: CallState; readonly sentence: string };

interface Exchange {
  readonly callId: string;
  readonly outgoing: Outgoing;
  readonly responseText: string;
  readonly paid: boolean;
}

/**
 * Asks a model: down the ladder of ways to put the schema until the endpoint takes one, then one round of repair where the
 * answer does not fit. Whatever happens is a state with a sentence.
 */
export async function askModel<Value>(asking: Asking<Value>): Promise<Asked<Value>> {
  const first = await exchange(asking, asking.request, null);
  if (!first.ok) return first;
  const { state, sentence, words } = verdictOf(first.responseText, asking.check);
  const answered = checked(first, asking.check);
  if (answered) return answered;
  if (words === null) return { ok: false, state, sentence: sentence ?? "" };
  const mending = repairRequest(asking.request, words, sentence ?? "");
  const second = await exchange({ ...asking, rung: first.outgoing.rung }, mending, first.callId);
  if (!second.ok) return second;
  const mended = checked(second, asking.check);
  if (mended) return { ...mended, paid: mended.paid || first.paid };
  const last = verdictOf(second.responseText, asking.check);
  return { ok: false, state: last.state, sentence: `${last.sentence ?? ""} Asked twice.` };
}

/** The request that asks to mend an answer: the first one, the answer, and what was wrong with it. */
export function repairRequest(request: ModelRequest, words: string, problem: string): ModelRequest {
  const said = words.slice(0, 20_000);
  const ask = `That answer cannot be used: ${problem}\nWrite the whole JSON object again, mended.`;
  return {
    ...request,
    messages: [...request.messages, { role: "assistant", content: said }, { role: "user", content: ask }],
  };
}

/** What an answer is after the check of its step. `words` are there where a repair may help. */
export function verdictOf<Value>(
  responseText: string,
  check: Check<Value>,
): { readonly state: CallState; readonly sentence: string | null; readonly words: string | null } {
  const reply = readReply(responseText);
  if (reply.state !== "answered") return reply;
  const fits = check(reply.value);
  return fits.ok
    ? { state: "answered", sentence: null, words: null }
    : { state: "invalid", sentence: fits.problem, words: reply.words };
}

function checked<Value>(
  { callId, outgoing, responseText, paid }: Exchange,
  check: Check<Value>,
): Extract<Asked<Value>, { ok: true }> | null {
  const reply = readReply(responseText);
  if (reply.state !== "answered") return null;
  const fits = check(reply.value);
  return fits.ok ? { ok: true, value: fits.value, callId, rung: outgoing.rung, paid } : null;
}

async function exchange<Value>(
  { rung: from, check, send, records }: Asking<Value>,
  request: ModelRequest,
  repairs: string | null,
): Promise<({ readonly ok: true } & Exchange) | Extract<Asked<Value>, { ok: false }>> {
  const ladder = rungs.map((rung): Outgoing => {
    const body = wireBody(request, rung);
    return { body, hash: requestHash(body), rung, repairs };
  });
  const before = await records.answered(ladder);
  if (before) return { ok: true, ...before, callId: before.id, paid: false };
  if (await records.waiting(ladder))
    return { ok: false, state: "queued", sentence: "The request waits in a batch file." };
  let failure: Extract<SendOutcome, { ok: false }> | null = null;
  for (const outgoing of ladder.slice(rungs.indexOf(from))) {
    const begun = await records.begin(outgoing);
    if (!begun.ok) return { ok: false, state: "kept", sentence: begun.sentence };
    const callId = begun.id;
    const outcome = await send(outgoing.body, () => records.leaving(callId, outgoing));
    if (outcome.ok) {
      const responseText = outcome.response.text;
      const { state, sentence } = verdictOf(responseText, check);
      await records.end(callId, outcome, { state, sentence });
      return { ok: true, callId, outgoing, responseText, paid: true };
    }
    await records.end(callId, outcome, outcome);
    failure = outcome;
    if (!outcome.tryNextRung) break;
  }
  return failure
    ? { ok: false, state: failure.state, sentence: failure.sentence }
    : { ok: false, state: "unavailable", sentence: "Nothing was sent." };
}
