import type { CheckCase } from "./check-case";
import type { ParsedText, Term } from "./parsed-text";

/** A value at a place of a text: a side, a vertebra, a degree. Values of one `group` exclude each other. */
export interface Bindable {
  readonly group: string;
  readonly value: string;
  readonly first: number;
  readonly last: number;
}

interface Binding {
  readonly parsed: ParsedText;
  readonly term: Term;
  /** What the word clearly belongs to; null where two values stand about as near. */
  readonly to: Bindable | null;
  readonly cost: number;
}

/** A value of the draft whose words the source gives to another value of the group. */
export interface Misbound<B extends Bindable> {
  readonly given: B;
  readonly wanted: Bindable;
  readonly parsed: ParsedText;
  /** The words that tell. */
  readonly heads: readonly Term[];
}

const farthest = 0.75;
const leastLead = 0.22;

/** How far a word stands from a value: commas, conjunctions and clauses part more than words do. */
function costOf(parsed: ParsedText, term: Term, { first, last }: Bindable): number {
  const [end, start] = term.first > last ? [last, term.first] : [term.last, first];
  const apart = Math.abs((parsed.boundary[start] ?? 0) - (parsed.boundary[end] ?? 0));
  const inPhrase =
    parsed.phraseAt[term.first] === parsed.phraseAt[first] && (parsed.phraseAt[first] ?? -1) >= 0;
  return 1.5 * apart + 0.05 * Math.max(0, start - end - 1) * (inPhrase ? 0.5 : 1);
}

/** Which value of its sentence each telling word of a text belongs to. */
function bindingsOf(parsed: ParsedText, values: readonly Bindable[]): Binding[] {
  const found: Binding[] = [];
  for (const term of parsed.terms) {
    if (term.weight < 0.5) continue;
    const sentence = parsed.sentenceOf[term.first];
    let best: Bindable | null = null;
    let cost = 0;
    /** The cost of the nearest value that is another than the best. */
    let rival = Number.POSITIVE_INFINITY;
    for (const to of values) {
      if (parsed.sentenceOf[to.first] !== sentence || (to.first <= term.last && to.last >= term.first))
        continue;
      const own = costOf(parsed, term, to);
      if (best === null || own < cost) {
        if (best !== null && best.value !== to.value) rival = cost;
        best = to;
        cost = own;
      } else if (to.value !== best.value) rival = Math.min(rival, own);
    }
    if (best === null) continue;
    const clear = cost <= farthest && rival - cost >= leastLead;
    found.push({ parsed, term, to: clear ? best : null, cost });
  }
  return found;
}

const isSame = (a: Term, b: Term): boolean =>
  a.id === b.id || (a.class !== "word" && (a.wider === b.id || b.wider === a.id));

/**
 * Values of the draft whose nearest words all belong to another value in the source: "the cyst of the left kidney" where
 * the source has its cyst in the right one. Words that the source says of both, or in a sentence without such a value, tell nothing.
 */
export function misbound<B extends Bindable>(judged: readonly Judged<B>[]): Misbound<B>[] {
  return judged.flatMap(({ given, agree, against, mixed }): Misbound<B>[] => {
    if (agree.length > 0 || against.length <= mixed) return [];
    const [first] = [...against].sort((a, b) => a.binding.cost - b.binding.cost);
    if (!first?.binding.to) return [];
    return [
      {
        given,
        wanted: first.binding.to,
        parsed: first.binding.parsed,
        heads: against.map(({ head }) => head),
      },
    ];
  });
}

/** A value of the draft with the words beside it that the source has with the same value, with another, with both. */
export interface Judged<B extends Bindable> {
  readonly given: B;
  readonly agree: readonly Term[];
  readonly against: readonly { readonly binding: Binding; readonly head: Term }[];
  /** Findings count twice: they tell more than the part they are in. */
  readonly mixed: number;
}

/** What the source says of the words that stand by each value of the draft. */
export function judgeBindings<B extends Bindable>(
  texts: CheckCase,
  key: symbol,
  valuesOf: (parsed: ParsedText) => readonly B[],
  isTelling: (term: Term, parsed: ParsedText) => boolean,
): Judged<B>[] {
  const { draft } = texts;
  const given = valuesOf(draft);
  if (given.length === 0) return [];
  const own = bindingsOf(draft, given);
  const known = texts.ofSources(key, (parsed) => bindingsOf(parsed, valuesOf(parsed)));
  return given.map((value): Judged<B> => {
    const agree: Term[] = [];
    const against: { binding: Binding; head: Term }[] = [];
    let mixed = 0;
    for (const { term } of own.filter(
      ({ to, term: one, parsed }) => to === value && isTelling(one, parsed),
    )) {
      const there = known.filter(
        (other) => other.to?.group === value.group && other.to.value !== "both" && isSame(other.term, term),
      );
      const [binding] = there;
      if (!binding) continue;
      if (there.some(({ to }) => to?.value !== binding.to?.value)) mixed += term.class === "finding" ? 2 : 1;
      else if (binding.to?.value === value.value) agree.push(term);
      else against.push({ binding, head: term });
    }
    return { given: value, agree, against, mixed };
  });
}
