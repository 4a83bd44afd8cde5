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
