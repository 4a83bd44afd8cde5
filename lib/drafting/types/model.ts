/** A part of a message to a model: words, or a picture as a data URL. */
export type MessagePart =
  | { readonly type: "text"; readonly text: string }
  | {
      readonly type: "image_url";
      readonly image_url: { readonly url: string; readonly detail: "low" | "high" | "auto" };
    };

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string | readonly MessagePart[];
}

/** What a model is asked, whatever the endpoint. `answer` is the JSON Schema that its reply must fit. */
export interface ModelRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly answer: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> };
  readonly maxOutputTokens: number;
  readonly temperature: number | null;
  readonly seed: number | null;
}

/** How the schema is put to an endpoint, from what few understand to what all do. */
export const rungs = ["strict", "schema", "object", "text"] as const;
export type Rung = (typeof rungs)[number];

/** Tokens that the endpoint counted; `cached` is a part of `input`. */
export interface TokenUsage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
}

/** An answer as it came: its bytes and what the endpoint said about it. */
export interface ModelResponse {
  readonly text: string;
  readonly requestId: string | null;
  /** Requests that were sent until it came, this one included. */
  readonly attempts: number;
}

/** What an answer turned out to be. Everything but `answered` carries a sentence for a person. */
export type ModelReply =
  | { readonly state: "answered"; readonly value: unknown; readonly words: string }
  | {
      readonly state: "refused" | "truncated" | "filtered" | "unreadable";
      readonly sentence: string;
      /** What the model wrote, where a second try could start from it. */
      readonly words: string | null;
    };

export type FailureState =
  | "timeout"
  | "rate-limited"
  | "unavailable"
  | "unauthorised"
  | "rejected"
  | "filtered"
  | "over-budget"
  | "aborted"
  /** Written into a batch file: the answer comes later. */
  | "queued"
  /** Its case, or a document with it, may not leave. */
  | "kept";

/** What became of one body that was to leave. */
export type SendOutcome =
  | { readonly ok: true; readonly response: ModelResponse }
  | {
      readonly ok: false;
      readonly state: FailureState;
      readonly sentence: string;
      readonly attempts: number;
      /** The endpoint does not know the way the schema was put: the next rung may do. */
      readonly tryNextRung: boolean;
    };

export interface Endpoint {
  readonly baseUrl: string;
  /** Sent to `baseUrl` only; never stored, logged or hashed. */
  readonly apiKey: string | null;
  /** Milliseconds until an attempt is given up. */
  readonly timeoutMs: number;
}

export interface RunLimits {
  /** US dollars, tokens in and out, requests sent: null = no limit. */
  readonly maxCost: number | null;
  readonly maxTokens: number | null;
  readonly maxCalls: number | null;
  readonly requestsPerMinute: number;
  readonly concurrency: number;
}

export interface Spend {
  readonly tokens: number;
  /** US dollars; 0 where no price is known. */
  readonly cost: number;
}

export type Entry =
  | { readonly ok: true; leave(actual: Spend): void }
  | { readonly ok: false; readonly state: "over-budget" | "aborted"; readonly sentence: string };

/** What every request of a run passes: budget, requests per minute, how many at a time. */
export interface RunGate {
  enter(estimate: Spend, signal: AbortSignal): Promise<Entry>;
}

/** Time and chance, so that tests need neither. `sleep` ends early when the signal aborts. */
export interface Clock {
  now(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** 0 up to 1. */
  random(): number;
}

export interface SendOptions {
  readonly gate: RunGate;
  readonly estimate: Spend;
  /** What an answer cost, from its bytes; the estimate where they do not say. */
  readonly spendOf: (responseText: string) => Spend | null;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /**
   * Asked each time that the gate has let the body through, right before its bytes leave, for the wait may have been long.
   * @returns why it may not leave any more; null = it may.
   */
  readonly leaving: () => Promise<string | null>;
}

/** A kind of endpoint. To add one: a file in `providers/` and a line in `registry.ts`. */
export interface ModelProvider {
  readonly id: string;
  readonly label: string;
  /** Sends a body as it is, in these bytes, with retries. Never throws for what an endpoint does. */
  readonly send: (endpoint: Endpoint, body: string, options: SendOptions) => Promise<SendOutcome>;
}
