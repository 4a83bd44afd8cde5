import type { TextKind, TextPayload } from "@/lib/reading/schema";
import type { DraftSentence, PassageKind, PassageSpan, PassageView } from "@/lib/reading/types";

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
