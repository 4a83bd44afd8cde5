import type { CheckCase, Conflict } from "./check-case";
import { inPassage, quote } from "./conflict";
import { mentions, type ParsedText, spanOf, type Term, type ValueMention } from "./parsed-text";

/**
 * "Is unequivocally reactive" where the source sentence that tells the same has a doubt: the words of the clause are compared,
 * not one finding.
 */
export function overstated(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const { draft } = texts;
  return mentions(draft, "hedge").flatMap((hedge): Conflict[] => {
    if (hedge.value.charAt(0) !== "3" || draft.negated[hedge.first] === 1) return [];
    const isDoubted = mentions(draft, "hedge").some(
      ({ value, first }) => /^0/.test(value) && draft.sentenceOf[first] === draft.sentenceOf[hedge.first],
    );
    if (isDoubted) return [];
    const span = spanOf(draft, hedge.first, hedge.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    const sentence = draft.sentenceOf[hedge.first] ?? 0;
    const clause = (draft.termsOf[sentence] ?? []).filter(
      (term) =>
        term.weight >= 0.35 &&
        (term.first > hedge.last || term.last < hedge.first) &&
        Math.abs((draft.boundary[term.first] ?? 0) - (draft.boundary[hedge.first] ?? 0)) < 0.4,
    );
    if (clause.length === 0) return [];
    let best: { parsed: ParsedText; doubt: ValueMention | null; part: number } | null = null;
    for (const parsed of texts.sources)
      for (const [index, { first, last }] of parsed.sentences.entries()) {
        const there = parsed.termsOf[index] ?? [];
        const part =
          clause.filter((term) => there.some((other) => isAlike(texts, term, other))).length / clause.length;
        if (part < 0.6) continue;
        const hedges = mentions(parsed, "hedge").filter((one) => one.first >= first && one.last <= last);
        const doubt = hedges.find(({ value }) => /^[01]/.test(value)) ?? null;
        if (best && (best.part > part || (best.part === part && (doubt || !best.doubt)))) continue;
        best = { parsed, doubt: hedges.some(({ value }) => value.startsWith("3")) ? null : doubt, part };
      }
    if (!best?.doubt) return [];
    const wanted = quote(best.parsed, best.doubt.first, best.doubt.last);
    return [
      {
        kind: "certainty",
        ...span,
        message: `Source says ${wanted}.`,
        evidence: inPassage(best.parsed, best.doubt.first, best.doubt.last),
        exchange: null,
        fix: null,
      },
    ];
  });
}

const isAlike = ({ lexicon: { related } }: CheckCase, a: Term, b: Term): boolean =>
  a.id === b.id ||
  a.wider === b.id ||
  b.wider === a.id ||
  a.parts.includes(b.id) ||
  b.parts.includes(a.id) ||
  (related.get(a.id)?.has(b.id) ?? false) ||
  (related.get(b.id)?.has(a.id) ?? false);
