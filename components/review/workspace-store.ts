import { createStore, type StoreApi } from "zustand/vanilla";
import type { ToastMessage } from "@/components/ui/toast";
import type { FlagClaim } from "@/lib/drafting/consistency/rules/flag-claims";
import type { CheckResult } from "@/lib/drafting/consistency/types";
import type { PersonalLayout } from "@/lib/hanging/schema";
import {
  type DecisionValue,
  type RatingCriterion,
  type SpanCategory,
  type TextKind,
  type TextPayload,
  textKinds,
} from "@/lib/reading/schema";
import type { PassageSpan } from "@/lib/reading/types";
import type { TextRange } from "./diff-ranges";

export type DraftLook = "draft" | "diff" | "side";

/** What the reader is in the middle of with the focused text. `before` = the decision to go back to. */
export type Doing =
  | { readonly kind: "nothing" }
  | { readonly kind: "editing"; readonly before: DecisionValue | null }
  | { readonly kind: "rejecting"; readonly before: DecisionValue | null }
  /** Choosing why a text is accepted although a check contradicts it. */
  | { readonly kind: "overriding" }
  /** Saying what is wrong with words of the draft: first the category, then how grave it is. */
  | { readonly kind: "marking"; readonly range: TextRange; readonly category: SpanCategory | null };

export type SpanTone = "cited" | "supports" | "contradicts";

/** What was checked, and what came out. */
export interface WordCheck {
  readonly payload: TextPayload;
  readonly result: CheckResult;
  /** What each of the flags is about and what names it, in their order. */
  readonly claims: readonly { readonly id: string; readonly claim: FlagClaim }[];
}

export type OpenDialog =
  | { readonly kind: "keyboard" }
  | { readonly kind: "commands" }
  | { readonly kind: "report"; readonly what: "unusable" | "identity-seen" }
  | { readonly kind: "provenance"; readonly draftId: string }
  /** Of a draft, beginning with one of them; null = with the field for a search. */
  | { readonly kind: "documents"; readonly draftId: string; readonly documentId: string | null }
  | { readonly kind: "layouts" }
  | { readonly kind: "nothing-to-report" }
  | { readonly kind: "saving" };

export interface WorkspaceState {
  readonly tab: TextKind;
  readonly focusId: string | null;
  /** The image whose texts are shown on the tabs of captions and questions. */
  readonly imageId: string | null;
  /** Index of the focused sentence of the focused draft. */
  readonly sentence: number | null;
  readonly span: PassageSpan | null;
  /** Why the span is lit: a sentence cites it, says the same, or is contradicted by it. */
  readonly spanTone: SpanTone;
  /** Key of the flag in focus, among those of the focused text. */
  readonly flag: string | null;
  /** What the checks say of the reader's own words, by text, as far as they have read them. */
  readonly wordChecks: Readonly<Record<string, WordCheck>>;
  readonly look: DraftLook;
  readonly doing: Doing;
  /** The rating that the next digit sets; null = the first that is open. */
  readonly criterion: RatingCriterion | null;
  readonly dialog: OpenDialog | null;
  readonly toast: ToastMessage | null;
  /** Below 1280 px the series rail is folded away and opens over the rest. */
  readonly railOpen: boolean;
  /** The region whose name is being typed in the list. */
  readonly naming: string | null;
  /** The figure that is being cut into panels, by the id of its image. */
  readonly cutting: string | null;
  /** The reader's own layouts, as the server last had them. */
  readonly layouts: readonly PersonalLayout[];
  /** The layout of the reader's own that hung the case; null = the rule. */
  readonly hungBy: string | null;
}

export type WorkspaceStore = StoreApi<WorkspaceState>;

export const doingNothing: Doing = { kind: "nothing" };

/** What one mounted case is about to do; what was done is in the queue. */
export function createWorkspaceStore(
  start: Pick<WorkspaceState, "tab" | "focusId" | "imageId" | "layouts" | "hungBy">,
): WorkspaceStore {
  return createStore<WorkspaceState>()(() => ({
    ...start,
    sentence: null,
    span: null,
    spanTone: "cited",
    flag: null,
    wordChecks: {},
    look: "diff",
    doing: doingNothing,
    criterion: null,
    dialog: null,
    toast: null,
    railOpen: false,
    naming: null,
    cutting: null,
  }));
}

/** The tab that an address names, if it names one. */
export const tabFrom = (value: string | null): TextKind | null =>
  textKinds.find((kind) => kind === value) ?? null;
