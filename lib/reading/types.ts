import type { FrameRef, ImageView, InstanceMetadata, ModelLabel, StackView } from "@/lib/cases/types";
import type { CaseFacts, Flag, SupportedSentence } from "@/lib/drafting/consistency/types";
import type { PersonalLayout } from "@/lib/hanging/schema";
import type {
  DecisionValue,
  KeySliceValue,
  Part,
  QuestionAnswer,
  RatingValue,
  RegionValue,
  SpanValue,
  TextKind,
  TextPayload,
  VerdictValue,
} from "./schema";

/** Revision 0 = never saved. `value` null = deleted. */
export interface Item<V> {
  readonly id: string;
  readonly revision: number;
  readonly value: V | null;
}

/** Everything a reader has made of a case: what the server keeps, and what the screen shows. */
export interface ReadingItems {
  readonly region: readonly Item<RegionValue>[];
  readonly keySlice: readonly Item<KeySliceValue>[];
  readonly decision: readonly Item<DecisionValue>[];
  readonly rating: readonly Item<RatingValue>[];
  readonly verdict: readonly Item<VerdictValue>[];
  readonly span: readonly Item<SpanValue>[];
}

export type PartValue = RegionValue | KeySliceValue | DecisionValue | RatingValue | VerdictValue | SpanValue;

/** Answer to `PUT /api/readings/:id/changes` with status 200. */
export interface ChangesSaved {
  readonly revision: number;
  /** Database time, ISO 8601 with zone. */
  readonly savedAt: string;
  readonly items: readonly { readonly part: Part; readonly id: string; readonly revision: number }[];
}

/** Answer with status 409: nothing of the request was applied. */
export interface ChangesConflict {
  readonly error: "conflict";
  readonly conflicts: readonly {
    readonly part: Part;
    readonly id: string;
    readonly revision: number;
    /** The value the server has, null = deleted there. */
    readonly theirs: PartValue | null;
  }[];
}

/** One step that Undo can take back: the change request's key and the values from before it. */
export interface UndoStep {
  readonly key: string;
  readonly at: string;
  readonly before: readonly { readonly part: Part; readonly id: string; readonly value: PartValue | null }[];
}

export interface PassageSpan {
  readonly passageId: string;
  /** Unicode code unit offsets into the passage text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A sentence of a draft, by offsets into its text, and the source that supports it. */
export interface DraftSentence {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly sources: readonly PassageSpan[];
}

export interface Provenance {
  /** What wrote it, in words for the provenance line, e.g. "offline rules 1". */
  readonly method: string;
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly retrieval: string | null;
  /** ISO date. */
  readonly writtenAt: string;
  readonly runId: string | null;
  /** What else its writer noted. */
  readonly record: Readonly<Record<string, unknown>>;
}

export interface DraftView {
  readonly id: string;
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly parentDraftId: string | null;
  /** Such as "en", or "zh" for a translation. */
  readonly language: string;
  readonly payload: TextPayload;
  readonly contentHash: string;
  readonly sentences: readonly DraftSentence[];
  /** The source changed after the draft was written. */
  readonly stale: boolean;
  /** What the model that was asked last calls the question; null for other texts, and where none was asked. */
  readonly questionLabel: ModelLabel | null;
  readonly provenance: Omit<Provenance, "record">;
}

/** A flag as it was stored beside its draft; a verdict names it by its id. */
export interface StoredFlag extends Flag {
  readonly id: string;
}

/** What the newest check of a draft found. */
export interface DraftCheck {
  readonly flags: readonly StoredFlag[];
  readonly supported: readonly SupportedSentence[];
}

export type PassageKind =
  | "history"
  | "caption"
  | "findings"
  | "discussion"
  | "differential"
  | "diagnosis"
  | "qa";

export interface PassageView {
  readonly id: string;
  readonly kind: PassageKind;
  readonly imageId: string | null;
  readonly text: string;
  readonly qa: (QuestionAnswer & { readonly answerType: string | null }) | null;
}

export type ReadingState = "open" | "submitted" | "unusable";

/** What the case page hands to the workspace: plain data, nothing of other readers. */
export interface ReadingWorkspace {
  readonly reading: {
    readonly id: string;
    readonly revision: number;
    readonly state: ReadingState;
    readonly submittedAt: string | null;
    readonly activeSeconds: number;
    readonly items: ReadingItems;
    readonly undo: readonly UndoStep[];
  };
  readonly case: {
    readonly id: string;
    readonly label: string;
    readonly title: string;
    readonly project: { readonly slug: string; readonly name: string };
    readonly state: string;
    readonly age: string | null;
    readonly sex: string | null;
  };
  readonly stacks: readonly StackView[];
  readonly instances: Readonly<Record<string, InstanceMetadata>>;
  readonly images: readonly ImageView[];
  readonly passages: readonly PassageView[];
  readonly drafts: readonly DraftView[];
  /** By draft; a draft that was not checked has none. */
  readonly checks: Readonly<Record<string, DraftCheck>>;
  /** What the reader's own words are held against. */
  readonly facts: CaseFacts;
  /** Regions that came with the data; never changed, copying one keeps `derivedFrom`. */
  readonly sourceRegions: readonly (FrameRef & {
    readonly id: string;
    readonly kind: string;
    readonly points: readonly (readonly [number, number])[];
    readonly label: string;
  })[];
  /** Figures may be cut into panels by this person, now. */
  readonly mayCut: boolean;
  /** The reader's own ways to hang a kind of case. */
  readonly layouts: readonly PersonalLayout[];
  readonly settings: {
    readonly ratedKinds: readonly TextKind[];
    readonly sliceLimit: number;
    readonly labels: readonly string[];
  };
  readonly user: { readonly id: string; readonly name: string };
  /** Place in the worklist, 1 up, and the neighbours. */
  readonly place: {
    readonly index: number;
    readonly total: number;
    readonly previous: string | null;
    readonly next: string | null;
  };
}

declare const gate: unique symbol;

/** The id of a reading that belongs to its asker. Only the gate in `lib/reading/data` makes one. */
export type OwnReadingId = string & { readonly [gate]: "own-reading" };
