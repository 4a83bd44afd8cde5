import type { ZodType } from "zod";
import type { FlagKind } from "../consistency/types";

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
