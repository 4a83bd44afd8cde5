import type { ImageView, InstanceMetadata, StackView } from "@/lib/cases/types";
import type { HangImage } from "../types";

const wordsOf = (...texts: readonly (string | null | undefined)[]) =>
  texts.flatMap((text) => (text ?? "").toLowerCase().split(/[\s_\-/,;()]+/)).filter((word) => word !== "");

function sideOf(metadata: InstanceMetadata | undefined, words: readonly string[]): "R" | "L" | null {
  const stated = metadata?.laterality;
  if (stated === "R" || stated === "L") return stated;
  const right = words.includes("right") || words.includes("rt");
  const left = words.includes("left") || words.includes("lt");
  return right === left ? null : right ? "R" : "L";
}

const viewWords: Readonly<Record<string, string>> = { cc: "CC", craniocaudal: "CC", mlo: "MLO" };

function viewOf(metadata: InstanceMetadata | undefined, words: readonly string[]): string | null {
  if (metadata?.viewPosition) return metadata.viewPosition.toUpperCase();
  if (metadata?.modality !== "MG") return null;
  const word = words.find((one) => viewWords[one] !== undefined);
  return word ? (viewWords[word] ?? null) : null;
}

/** What the rules need to know of the stacks of a case. */
export function hangImages(
  stacks: readonly StackView[],
  instances: Readonly<Record<string, InstanceMetadata>>,
  images: readonly ImageView[],
): readonly HangImage[] {
  return stacks.map((stack) => {
    const first = stack.frames[0];
    const metadata = first ? instances[first.instanceId] : undefined;
    const words = wordsOf(stack.label, stack.description);
    const own = images.filter((image) => image.stackId === stack.id);
    return {
      stackId: stack.id,
      seriesId: stack.seriesId,
      modality: stack.modality,
      kind: stack.kind,
      plane: stack.plane,
      label: stack.label,
      words,
      bodyPart: stack.bodyPart,
      slices: stack.positions,
      side: sideOf(metadata, words),
      view: viewOf(metadata, words),
      orientation: metadata?.patientOrientation ?? null,
      figure: stack.kind === "figure" ? (own.find((image) => image.figure !== null)?.figure ?? null) : null,
      panel: stack.crop !== undefined,
      compound: own.some((image) => images.some((other) => other.parentId === image.id)),
      studyId: stack.studyId ?? null,
      studyDay: stack.studyDay ?? null,
    };
  });
}
