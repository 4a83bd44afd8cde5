import { z } from "zod";
import type { ImageView, StackView } from "./types";

export type CaseState =
  | "imported"
  | "held"
  | "ready"
  | "reading"
  | "read"
  | "adjudication"
  | "final"
  | "unusable";

export interface ReaderCounts {
  readonly wanted: number;
  readonly claimed: number;
  readonly submitted: number;
}

/** The running number of a case as people say it. */
export const caseLabel = (number: number): string => `RR-${String(number).padStart(5, "0")}`;

/** The number a search means when it names a case, e.g. "RR-12" or "00012"; null for other words. */
export function caseNumberIn(search: string): number | null {
  const digits = /^(?:RR-?)?(\d{1,9})$/i.exec(search.trim())?.[1];
  return digits ? Number(digits) : null;
}

/** A case nobody settled yet: its state follows from its readers. */
const followsReaders: readonly string[] = ["ready", "reading", "read", "unusable"] satisfies CaseState[];

function stateOfReaders({ wanted, claimed, submitted }: ReaderCounts, allUnusable: boolean): CaseState {
  if (submitted > 0 && submitted >= wanted) return allUnusable ? "unusable" : "read";
  return claimed > 0 ? "reading" : "ready";
}

/**
 * The state after a reader submitted, called the case unusable, or took that back.
 * @param counts as they are after it. @param allUnusable every finished reading of the round says so.
 * @returns null where the case was held, settled or never ready: readers change nothing then.
 */
export const stateAfterReading = (
  state: string,
  counts: ReaderCounts,
  allUnusable: boolean,
): CaseState | null => (followsReaders.includes(state) ? stateOfReaders(counts, allUnusable) : null);

/** The state after an admin looked at a held case and let it go on; null where it was not held. */
export const stateAfterRelease = (
  state: string,
  counts: ReaderCounts,
  allUnusable: boolean,
): CaseState | null => (state === "held" ? stateOfReaders(counts, allUnusable) : null);

/** Seconds in which a submission can be taken back: what the screen offers, and the grace for the way. */
export const undoSubmitSeconds = 10;
export const undoSubmitGrace = 5;

/**
 * Figures under their own labels, and each panel that was cut from one as a stack of its own behind it: the same frame,
 * of which only the panel's part is meant.
 */
export function placePictures(
  stacks: readonly StackView[],
  images: readonly ImageView[],
): { readonly stacks: readonly StackView[]; readonly images: readonly ImageView[] } {
  const labelled = stacks.map((stack) => {
    if (stack.kind !== "figure" || stack.positions !== 1) return stack;
    const figure = images.find((image) => image.stackId === stack.id && !image.crop)?.figure;
    return figure ? { ...stack, label: /^\d/.test(figure) ? `Figure ${figure}` : figure } : stack;
  });
  return {
    stacks: labelled.flatMap((stack) => [stack, ...panelsOf(stack)]),
    images: images.map((image) => (image.crop ? { ...image, stackId: image.id } : image)),
  };

  function panelsOf(stack: StackView): readonly StackView[] {
    return images.flatMap((image) => {
      const frame = stack.frames.find(
        (one) => one.instanceId === image.instanceId && one.frame === image.frame,
      );
      if (!image.crop || image.stackId !== stack.id || !frame) return [];
      const { id, figure, crop } = image;
      const label = figure === null ? "Panel" : /^\d/.test(figure) ? `Figure ${figure}` : figure;
      const alone = { frames: [{ ...frame, position: 0, time: 0 }], positions: 1, times: 1 };
      return [{ ...stack, id, label, kind: "figure", notice: null, crop, ...alone } satisfies StackView];
    });
  }
}

const panelSettingsSchema = z.object({ readersMayCrop: z.boolean().default(true) });
export type PanelSettings = z.infer<typeof panelSettingsSchema>;

/** What a project says about cutting figures. @throws ZodError when its settings are broken. */
export const panelSettings = (stored: unknown): PanelSettings => panelSettingsSchema.parse(stored ?? {});

/** Labels of a person or a bundle go before those of a header. What a model said of an image is no fact to build on. */
const labellerOrder = ["reader", "bundle", "header"];

interface ImageLabelRow {
  readonly labeller: string;
  readonly modality: string | null;
  readonly bodyPart: string | null;
  readonly plane: string | null;
}

/** What those say of an image who know it, the most trusted first; null where none of them says it. */
export function trustedLabel(
  labels: readonly ImageLabelRow[],
  field: "modality" | "bodyPart" | "plane",
): string | null {
  const rank = ({ labeller }: ImageLabelRow) =>
    labellerOrder.findIndex((known) => labeller.startsWith(known));
  const trusted = labels.filter((label) => rank(label) >= 0);
  const sorted = [...trusted].sort((a, b) => rank(a) - rank(b) || (a.labeller < b.labeller ? -1 : 1));
  return sorted.find((label) => label[field] !== null)?.[field] ?? null;
}

/** What models said of the kind of an image, the surest first: shown as theirs, never taken for a fact. */
export function modelLabels<L extends { readonly labeller: string; readonly confidence: number | null }>(
  labels: readonly L[],
): readonly L[] {
  return labels
    .filter(({ labeller }) => !labellerOrder.some((known) => labeller.startsWith(known)))
    .sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || (a.labeller < b.labeller ? -1 : 1));
}
