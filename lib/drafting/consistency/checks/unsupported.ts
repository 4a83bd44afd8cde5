import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { isLikelyInvented } from "../rules/invention";
import { newFigures } from "../rules/new-figures";
import { adjunctsOf, speaksOfNew } from "../rules/new-subjects";
import { spanOf } from "../rules/parsed-text";
import { isInvented, leads, segmentsOf, strangeness } from "../rules/strangeness";

/** A sentence or clause that no passage, region or metadata supports. */
export const unsupported: ConsistencyCheck = {
  id: "unsupported",
  label: "Unsupported",
  find(texts: CheckCase, earlier: readonly Conflict[]) {
    if (texts.sources.length === 0) return [];
    const { draft } = texts;
    const told = draft.sentences.flatMap((sentence) => {
      if (isInvented(texts, sentence.first, sentence.last))
        return flags(texts, earlier, sentence.first, sentence.last);
      const parts = segmentsOf(draft, sentence.first, sentence.last);
      return parts.flatMap(({ first, last }) => {
        if (parts.length > 1) {
          const { novel, share, outside } = strangeness(texts, first, last);
          const strange =
            (outside && novel >= 1.4 && share >= 0.8) ||
            (leads.test(draft.tokens[first]?.lower ?? "") && novel >= 1.2 && share >= 0.85);
          if (strange) return flags(texts, earlier, first, last);
        }
        if (speaksOfNew(texts, first, last)) return flags(texts, earlier, first, last);
        return adjunctsOf(texts, first, last).flatMap((part) =>
          speaksOfNew(texts, part.first, part.last) ? flags(texts, earlier, part.first, part.last) : [],
        );
      });
    });
    const found = [...earlier, ...told];
    const figures = newFigures(texts).flatMap(({ first, last }) => flags(texts, found, first, last));
    return [...told, ...figures, ...likelyInvented(texts, [...found, ...figures])];
  },
};

/** Sentences, else clauses, that are likely invented where nothing else was found. */
function likelyInvented(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const { draft } = texts;
  return draft.sentences.flatMap(({ first, last }) => {
    if (isLikelyInvented(texts, first, last, true)) {
      const whole = flags(texts, found, first, last);
      if (whole.length > 0) return whole;
    }
    const parts = segmentsOf(draft, first, last);
    return parts.flatMap((part) =>
      parts.length > 1 && isLikelyInvented(texts, part.first, part.last, false)
        ? flags(texts, found, part.first, part.last)
        : [],
    );
  });
}

function flags(texts: CheckCase, earlier: readonly Conflict[], first: number, last: number): Conflict[] {
  const span = spanOf(texts.draft, first, last);
  if (earlier.some(({ start, end }) => start < span.end && end > span.start)) return [];
  return [
    {
      kind: "unsupported",
      ...span,
      message: "Nothing in the case says this.",
      evidence: { from: "nothing" },
      exchange: null,
      fix: null,
    },
  ];
}
