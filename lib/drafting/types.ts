import type { ZodType } from "zod";
import type { TextKind, TextPayload } from "@/lib/reading/schema";
import type { DraftSentence, PassageKind, PassageSpan, PassageView } from "@/lib/reading/types";
import type { FlagKind } from "./consistency/types";

/** An image as the drafter sees it: its labels, never its pixels. */
export interface DraftingImage {
  readonly id: string;
  /** Figure label such as "1a". */
  readonly figure: string | null;
  readonly modality: string | null;
  readonly plane: string | null;
  readonly bodyPart: string | null;
  /**
   * A slice that was sampled from a series beside others: the findings of the case may well lie on another slice, so it
   * borrows no caption from them.
   */
  readonly oneOfMany: boolean;
}

export interface DraftingPassage extends Pick<PassageView, "id" | "imageId" | "text" | "qa"> {
  readonly kind: PassageKind;
}

/** What a case brings to the drafter. Images and passages in their order in the case. */
export interface DraftingInput {
  readonly language: string;
  readonly images: readonly DraftingImage[];
  readonly passages: readonly DraftingPassage[];
  /** Drafts that came with the case: the drafter leaves their places alone. */
  readonly given: readonly { readonly kind: TextKind; readonly imageId: string | null }[];
}

/** A draft to be stored. Plans come in the order in which a reader should meet them. */
export interface DraftPlan {
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly method: "offline-rules" | "source-verbatim";
  readonly payload: TextPayload;
  readonly sentences: readonly DraftSentence[];
  /** The rule that wrote it, e.g. "caption" or "question: side". */
  readonly rule: string;
}

/** A sentence of a passage and where it stands there. */
export interface SourceSentence extends PassageSpan {
  readonly kind: PassageKind;
  readonly imageId: string | null;
  readonly text: string;
}

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

/** One of the wordings that a variable of a prompt may take. */
export interface PromptChoice {
  readonly id: string;
  readonly words: string;
}

/**
 * A prompt that may have been used is never edited: a new wording is a new file with the next version. Its hash covers
 * everything below.
 */
export interface Prompt {
  readonly id: string;
  readonly version: number;
  /** The system message: always the same bytes, so that endpoints can cache it. */
  readonly instructions: string;
  /** The first words of the user message, with {{names}} of variables. Only our own words go in. */
  readonly task: string;
  readonly variables: readonly string[];
  readonly choices: Readonly<Record<string, readonly PromptChoice[]>>;
  readonly answer: ZodType;
  readonly maxOutputTokens: number;
  readonly temperature: number;
}

/** Text that came with the data: nothing it says is ever an instruction. */
export interface UntrustedBlock {
  /** Our own word for what it is, e.g. "caption" or "labels of image 1". */
  readonly name: string;
  readonly text: string;
}

export interface PromptPicture {
  /** Our own words, e.g. "Image 1" or "Image 1 with its regions outlined". */
  readonly name: string;
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What one request is made of, beside its prompt. */
export interface PromptInput {
  readonly variables: Readonly<Record<string, string>>;
  readonly blocks: readonly UntrustedBlock[];
  readonly pictures: readonly PromptPicture[];
}

/** What became of a prompt's version in a project. Decisions are counted in readings that are submitted. */
export interface PromptResults {
  readonly calls: number;
  readonly unanswered: number;
  /** US dollars; null where no price is known. */
  readonly cost: number | null;
  readonly drafts: number;
  readonly accepted: number;
  readonly edited: number;
  readonly rejected: number;
  readonly cannotJudge: number;
}

export interface PromptVersion {
  readonly version: number;
  readonly hash: string;
  /** Null where this program has no such wording any more. */
  readonly words: {
    readonly instructions: string;
    readonly task: string;
    readonly choices: readonly { readonly name: string; readonly words: readonly string[] }[];
    /** JSON Schema. */
    readonly answer: string;
    readonly temperature: number;
    readonly maxOutputTokens: number;
  } | null;
  readonly results: PromptResults;
}

/** A prompt and its versions, newest first. */
export interface PromptHistory {
  readonly id: string;
  readonly versions: readonly PromptVersion[];
}

/** What readers said of the flags of one check in one version. */
export interface FlagPrecisionRow {
  readonly kind: FlagKind;
  /** Name and version of the checker, e.g. "rules 1". */
  readonly checker: string;
  readonly right: number;
  readonly wrong: number;
}

/** A request as a prompt makes it of a case, and its answer where it was sent. */
export interface TrialView {
  /** Label of the case. */
  readonly case: string;
  readonly instructions: string;
  /** The words of the user message, material included. */
  readonly words: string;
  readonly pictures: readonly {
    readonly name: string;
    readonly sha256: string;
    readonly width: number;
    readonly height: number;
    /** A data URL. */
    readonly thumbnail: string;
  }[];
  /** SHA-256 of the bytes that would leave; null where no model is set. */
  readonly requestHash: string | null;
  readonly requestBytes: number;
  readonly model:
    | { readonly ok: true; readonly name: string; readonly origin: string }
    | { readonly ok: false; readonly sentence: string };
  /** Why the case may not leave; null = it may. */
  readonly stays: string | null;
  readonly answer: TrialAnswer | null;
}

export interface TrialAnswer {
  /** Why there is no answer that can be used; null = there is. */
  readonly sentence: string | null;
  /** false: it was answered before and not asked again. */
  readonly paid: boolean;
  /** JSON of what was read from it. */
  readonly parsed: string | null;
  readonly calls: readonly TrialCall[];
}

export interface TrialCall {
  readonly id: string;
  readonly state: string;
  readonly sentence: string | null;
  /** The bytes of the answer. */
  readonly response: string | null;
  readonly attempts: number;
  readonly tokens: number | null;
  /** US dollars; null where no price is known. */
  readonly cost: number | null;
  readonly requestHash: string;
}
