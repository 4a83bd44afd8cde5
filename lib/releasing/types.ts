import type { DecisionValue, RegionValue, TextKind, TextPayload } from "@/lib/reading/schema";
import type { DraftSentence, Item, Provenance } from "@/lib/reading/types";

/** human = from human words or a person's own; synthetic = drafted without a human passage, also when it was approved. */
export type Tier = "human" | "synthetic";

/** A draft of the round as the rules of a release see it. */
export interface ReviewedDraft {
  readonly id: string;
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly parentDraftId: string | null;
  readonly method: string;
  readonly language: string;
  readonly payload: TextPayload;
  readonly contentHash: string;
  readonly sentences: readonly DraftSentence[];
  readonly questionLabels: readonly QuestionLabelling[];
  readonly provenance: Partial<Provenance>;
  readonly createdAt: Date;
  /** A newer draft took its place: its source changed after it was written. */
  readonly superseded: boolean;
}

/** A draft that a model wrote for one reader alone, of which the reader took the words. */
export type TakenDraft = Pick<
  ReviewedDraft,
  "id" | "method" | "payload" | "contentHash" | "provenance" | "createdAt"
>;

/** A submitted reading. `reader` is a pseudonym that is stable within the project. */
export interface SubmittedReading {
  readonly id: string;
  readonly reader: string;
  readonly submittedAt: Date;
  readonly decisions: readonly Item<DecisionValue>[];
  /** The drafts that its reader had written for themselves. */
  readonly privateDrafts: readonly TakenDraft[];
  readonly regions: readonly (RegionValue & { readonly id: string; readonly worldPoints: unknown })[];
}

export interface ReaderDecision {
  readonly reader: string;
  readonly kind: "accept" | "edit" | "added";
  readonly submittedAt: Date;
  /** Normalised Levenshtein distance from the words the reader began with to what they made of them; null for an added text. */
  readonly editDistance: number | null;
  /** The private draft that the reader began with; null = the draft of the round. */
  readonly taken: TakenDraft | null;
}

/** A text that every submitted reading of its case and round approves in the same words. */
export interface ApprovedItem {
  /** The draft's id, or the id of the added text. */
  readonly id: string;
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly payload: TextPayload;
  readonly tier: Tier;
  readonly draft: ReviewedDraft | null;
  readonly decisions: readonly ReaderDecision[];
}

/** Why a text of a read case is not released. */
export type ItemReason =
  | "rejected"
  | "cannot-judge"
  | "undecided"
  | "readings-differ"
  | "one-reader-only"
  | "another-draft"
  | "source-changed"
  | "caption-edited-later"
  /** Of a translation: the text that it translates was edited after it was judged, or is not released itself. */
  | "original-edited-later"
  | "original-left-out"
  | "empty";

/** Why a whole case is not released. */
export type CaseReason = "held" | "unusable" | "no-licence" | "not-read";

export interface LeftOutItem {
  readonly id: string;
  readonly kind: TextKind;
  readonly reason: ItemReason;
}

export interface ReleaseImage {
  readonly id: string;
  /** Path inside the release, with forward slashes. */
  readonly file: string;
  readonly figure: string | null;
  readonly seriesUid: string;
  readonly instanceId: string;
  readonly instanceUid: string;
  readonly frame: number;
  /** x, y, width, height in pixels of the frame; null = the whole frame. */
  readonly crop: readonly [number, number, number, number] | null;
  /** The figure that it is a panel of. */
  readonly parentId: string | null;
  /** As people and headers say it; what a model says only where nobody else does. */
  readonly modality: string | null;
  readonly bodyPart: string | null;
  readonly labels: readonly ImageLabelling[];
}

/** Name and size in pixels of the instance that a region lies on. */
export interface FrameSize {
  readonly instanceUid: string;
  readonly seriesUid: string;
  readonly columns: number;
  readonly rows: number;
}

/** A case whose approved texts go into a release. */
export interface ReleaseCase {
  readonly id: string;
  readonly label: string;
  readonly externalId: string;
  readonly groupKey: string;
  readonly sourceSplit: string | null;
  readonly round: number;
  /** Of its texts, but for translations. */
  readonly language: string;
  readonly source: { readonly name: string; readonly url: string | null; readonly licence: string };
  readonly images: readonly ReleaseImage[];
  readonly items: readonly ApprovedItem[];
}

/** What somebody says an image shows: a header, a bundle, a reader, or a model with its prompt. */
export interface ImageLabelling {
  readonly labeller: string;
  readonly modality: string | null;
  readonly bodyPart: string | null;
  readonly plane: string | null;
  /** 0 to 1, of a model. */
  readonly confidence: number | null;
}

/** Whether a model says that a question asks for knowledge or for an inference. */
export interface QuestionLabelling {
  /** The model with its prompt. */
  readonly labeller: string;
  readonly label: string;
}

/** One turn of a conversation. */
export interface Turn {
  readonly from: "human" | "gpt";
  readonly value: string;
}

/** One row of a training file. */
export interface FormatRow {
  readonly id: string;
  readonly itemId: string;
  readonly images: readonly ReleaseImage[];
  readonly value: unknown;
}

/** A file format of a release. To add one: a file in `formats/` and a line in `registry.ts`. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** Name of the training file inside the release. */
  readonly fileName: string;
  /** The rows of one case, in their order. The same case gives the same rows. */
  readonly rows: (released: ReleaseCase) => readonly FormatRow[];
  /** What stands before the first row, between rows and after the last. */
  readonly frame: { readonly open: string; readonly between: string; readonly close: string };
}
