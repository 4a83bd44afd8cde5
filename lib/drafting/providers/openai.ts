import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from "openai";
import type { ChatCompletionCreateParamsNonStreaming } from "openai/resources/chat/completions";
import { askedWait, attemptLimit, longestWait, retryWait } from "../rules/generation/retry-wait";
import type { Endpoint, FailureState, ModelProvider, SendOptions, SendOutcome } from "../types/model";

/** A longer answer than this is not read to its end. */
const answerLimit = 8_000_000;

class AnswerTooLong extends Error {}

interface Failure {
  readonly state: FailureState;
  readonly sentence: string;
  readonly tryNextRung: boolean;
  readonly retry: boolean;
  /** Milliseconds that the endpoint asked to wait. */
  readonly wait: number | null;
  /** The endpoint may have worked on it, and may charge for it. */
  readonly mayCost: boolean;
}

/**
 * Only the headers named here leave, and only to the address that was asked: what the SDK would add from environment
 * variables of its own (keys, organisations, custom headers) or tell about this machine does not.
 */
function clientOf({ baseUrl, apiKey }: Endpoint): OpenAI {
  const headers = {
    accept: "application/json",
    "content-type": "application/json",
    ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
  };
  return new OpenAI({
    baseURL: baseUrl,
    apiKey: "set by fetch",
    adminAPIKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: "off",
    fetch: (address, init) => fetch(address, { ...init, headers, redirect: "error" }),
  });
}

async function bodyText(response: Response): Promise<string> {
  if (!response.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > answerLimit) throw new AnswerTooLong();
  }
  return text + decoder.decode();
}

/** Words in which endpoints say that they do not know `response_format` or this kind of it. */
const formatWords = /response_format|json_schema|json_object|structured|guided|grammar|schema/i;

function failureOf(error: unknown, options: SendOptions, timedOut: boolean): Failure {
  const base = { tryNextRung: false, retry: false, wait: null, mayCost: false };
  if (options.signal.aborted)
    return { ...base, state: "aborted", sentence: "The run was stopped.", mayCost: true };
  if (timedOut || error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return {
      ...base,
      state: "timeout",
      sentence: "The endpoint did not answer in time.",
      retry: true,
      mayCost: true,
    };
  if (error instanceof AnswerTooLong)
    return {
      ...base,
      state: "unavailable",
      sentence: "The answer is longer than 8 MB and was not read to its end.",
      mayCost: true,
    };
  if (error instanceof APIConnectionError || !(error instanceof APIError) || error.status === undefined)
    return { ...base, state: "unavailable", sentence: "The endpoint cannot be reached.", retry: true };
  return statusFailure(error, error.status, options);
}

function statusFailure(error: APIError, status: number, { clock }: SendOptions): Failure {
  const wait = askedWait((name) => error.headers?.get(name) ?? null, clock.now());
  const said = error.message.replace(/\s+/g, " ").slice(0, 300);
  const base = { tryNextRung: false, retry: false, wait, mayCost: false };
  if (status === 401 || status === 403)
    return {
      ...base,
      state: "unauthorised",
      sentence: `The endpoint refused the key or what it may do (${status}).`,
    };
  if (status === 429) {
    const spent = error.code === "insufficient_quota";
    const sentence = spent
      ? "The endpoint's quota is used up."
      : "The endpoint takes no more requests for now.";
    return { ...base, state: "rate-limited", sentence, retry: !spent };
  }
  if (status === 408 || status === 409 || status >= 500)
    return { ...base, state: "unavailable", sentence: `The endpoint failed (${status}).`, retry: true };
  if (error.code === "content_filter")
    return {
      ...base,
      state: "filtered",
      sentence: "The endpoint's content filter refused the request.",
    };
  const tryNextRung = (status === 400 || status === 422) && formatWords.test(`${error.param} ${said}`);
  return { ...base, state: "rejected", sentence: `The endpoint rejected the request: ${said}`, tryNextRung };
}

async function attempt(endpoint: Endpoint, body: string, options: SendOptions) {
  const timeout = AbortSignal.timeout(endpoint.timeoutMs);
  const signal = AbortSignal.any([options.signal, timeout]);
  try {
    // Parsing keeps the order of the keys, so the SDK writes the same canonical bytes again.
    const params = JSON.parse(body) as ChatCompletionCreateParamsNonStreaming;
    const response = await clientOf(endpoint)
      .chat.completions.create(params, { signal, timeout: endpoint.timeoutMs })
      .asResponse();
    const text = await bodyText(response);
    return { ok: true, text, requestId: response.headers.get("x-request-id") } as const;
  } catch (error) {
    return { ok: false, failure: failureOf(error, options, timeout.aborted) } as const;
  }
}

const nothing = { tokens: 0, cost: 0 };

/** @throws what `leaving` throws: then nothing more was sent. */
async function send(endpoint: Endpoint, body: string, options: SendOptions): Promise<SendOutcome> {
  const { gate, estimate, clock, signal } = options;
  for (let attempts = 1; ; attempts += 1) {
    const entry = await gate.enter(estimate, signal);
    if (!entry.ok)
      return {
        ok: false,
        state: entry.state,
        sentence: entry.sentence,
        attempts: attempts - 1,
        tryNextRung: false,
      };
    const kept = await options.leaving().catch((error: unknown) => {
      entry.leave(nothing);
      throw error;
    });
    if (kept !== null) {
      entry.leave(nothing);
      return { ok: false, state: "kept", sentence: kept, attempts: attempts - 1, tryNextRung: false };
    }
    const result = await attempt(endpoint, body, options);
    if (result.ok) {
      entry.leave(options.spendOf(result.text) ?? estimate);
      return { ok: true, response: { text: result.text, requestId: result.requestId, attempts } };
    }
    const { state, sentence, tryNextRung, retry, wait, mayCost } = result.failure;
    entry.leave(mayCost ? estimate : nothing);
    const failed = { ok: false, state, attempts, tryNextRung } as const;
    if (!retry) return { ...failed, sentence };
    if (wait !== null && wait > longestWait)
      return { ...failed, sentence: `${sentence} It asks to wait ${Math.ceil(wait / 1000)} s.` };
    if (attempts >= attemptLimit) return { ...failed, sentence: `${sentence} Tried ${attempts} times.` };
    await clock.sleep(retryWait(attempts, wait, clock.random()), signal);
  }
}

/** Any server that speaks chat completions: OpenAI, Azure (v1 address), vLLM, Ollama, LM Studio. */
export const openai: ModelProvider = { id: "openai", label: "OpenAI-compatible endpoint", send };
