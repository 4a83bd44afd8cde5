import type { BundleDraft, BundleQuestion, BundleRegion, CaseBundle, DraftQuestion } from "./types";

/** The source every demo case comes from. */
export const DEMO_SOURCE: CaseBundle["source"] = {
  name: "Reading Room demo",
  site: "demo",
  url: null,
  licence: "CC0-1.0",
  externalModelAllowed: true,
};

/** File names that say nothing about the order of slices, as they come from scanners: a fixed shuffle. */
export function shuffledNames(count: number, folder: string): string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = ((index * 37 + 11) % 101) * 64 + ((index * 53 + 7) % 59);
    return `${folder}/IM${String(number).padStart(5, "0")}.dcm`;
  });
}

export const NO_SECTIONS: CaseBundle["sections"] = {
  clinicalHistory: null,
  imagingFindings: null,
  discussion: null,
  differentialDiagnosis: [],
  finalDiagnosis: null,
};

const MADE = { method: "synthetic demo draft", model: null, promptVersion: "demo-1" } as const;

export function draftText(
  kind: "caption" | "findings" | "discussion",
  image: string | null,
  text: string,
): BundleDraft {
  return { kind, image, text, qa: null, ...MADE };
}

/** A closed question when options are given, else an open one. `right` is the index of the right option. */
export function draftQuestion(
  image: string | null,
  question: string,
  answer: { readonly options: readonly string[]; readonly right: number } | string,
  reasoning: string | null = null,
): BundleDraft {
  return { kind: "qa", image, text: null, qa: { question, ...answered(answer), reasoning }, ...MADE };
}

export function humanQuestion(
  sourceQid: string,
  image: string | null,
  question: string,
  answer: { readonly options: readonly string[]; readonly right: number } | string,
  reasoning: string | null = null,
): BundleQuestion {
  const answerType = typeof answer === "string" ? "open" : "closed";
  return { image, question, ...answered(answer), reasoning, answerType, sourceQid };
}

function answered(
  answer: { readonly options: readonly string[]; readonly right: number } | string,
): Pick<DraftQuestion, "options" | "answerIndexes" | "answer"> {
  if (typeof answer === "string") return { options: [], answerIndexes: [], answer };
  const right = answer.options[answer.right];
  if (right === undefined) throw new Error(`No option ${answer.right}`);
  return { options: answer.options, answerIndexes: [answer.right], answer: right };
}

/** An upright ellipse about a middle, in pixels. */
export function ellipseRegion(
  middle: { x: number; y: number },
  halfX: number,
  halfY: number,
  label: string,
): BundleRegion {
  const { x, y } = middle;
  const points = [
    [x, y - halfY],
    [x, y + halfY],
    [x - halfX, y],
    [x + halfX, y],
  ] as const;
  return {
    kind: "ellipse",
    label,
    points: points.map(([px, py]) => [hundredth(px), hundredth(py)] as const),
  };
}

const hundredth = (value: number) => Math.round(value * 100) / 100;
