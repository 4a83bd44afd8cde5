import type { CheckCase } from "./check-case";
import { quantityOf } from "./measures";
import { mentions, type ParsedText, type Term } from "./parsed-text";

/** What stands around a place of a text; worked out when first asked, as most places are never compared. */
export interface Context {
  /** Term -> weight, nearer ones heavier. */
  readonly terms: ReadonlyMap<string, number>;
  /** The same as two lists side by side, which are faster to walk. */
  readonly ids: readonly string[];
  readonly weights: readonly number[];
  /** The sum of the squares of the weights. */
  readonly square: number;
}

class LazyContext implements Context {
  private known: ReadonlyMap<string, number> | null = null;
  private keys: readonly string[] | null = null;
  private values: readonly number[] | null = null;
  private sum = -1;

  constructor(private readonly make: () => ReadonlyMap<string, number>) {}

  get terms(): ReadonlyMap<string, number> {
    this.known ??= this.make();
    return this.known;
  }

  get ids(): readonly string[] {
    this.keys ??= [...this.terms.keys()];
    return this.keys;
  }

  get weights(): readonly number[] {
    this.values ??= [...this.terms.values()];
    return this.values;
  }

  get square(): number {
    if (this.sum < 0) {
      let sum = 0;
      for (const weight of this.weights) sum += weight * weight;
      this.sum = sum;
    }
    return this.sum;
  }
}

export interface ContextOptions {
  /** Sides and places count as context too; off for the checks of sides and places themselves. */
  readonly sides?: boolean;
  readonly levels?: boolean;
  /** Only terms from this token to that. */
  readonly within?: readonly [number, number];
  /** Terms that do not count. */
  readonly without?: readonly Term[];
  /** How fast a comma or conjunction cuts off; 1 as usual. */
  readonly cut?: number;
}

const leaning = /^(?:it|its|they|their|this|these|those|he|she|both|such)$/;
const definite = /^(?:the|these|those|this)$/;

/** The context of the tokens `first` to `last`: the terms of their sentence, those behind commas and conjunctions less. */
export function contextOf(
  texts: CheckCase,
  parsed: ParsedText,
  first: number,
  last: number,
  options: ContextOptions = {},
): Context {
  return new LazyContext(() => termsAround(texts, parsed, first, last, options));
}

function termsAround(
  texts: CheckCase,
  parsed: ParsedText,
  first: number,
  last: number,
  options: ContextOptions,
): Map<string, number> {
  const context = new Map<string, number>();
  const sentenceIndex = parsed.sentenceOf[first] ?? 0;
  const sentence = parsed.sentences[sentenceIndex];
  if (!sentence) return context;
  const previous = leansBack(parsed, sentence.first) ? parsed.sentences[sentenceIndex - 1] : undefined;
  const [from, to] = options.within ?? [previous?.first ?? sentence.first, sentence.last];
  const add = (id: string, weight: number) => {
    const known = context.get(id);
    if (known === undefined || weight > known) context.set(id, weight);
  };
  const near = (at: number, end: number) => {
    const distance = end < first ? first - end : at - last;
    const cut = Math.abs((parsed.boundary[at] ?? 0) - (parsed.boundary[first] ?? 0)) * (options.cut ?? 1);
    return Math.exp(-Math.min(cut, 2.2)) / (1 + 0.08 * Math.max(0, distance - 1));
  };
  for (let index = previous ? sentenceIndex - 1 : sentenceIndex; index <= sentenceIndex; index += 1)
    for (const term of parsed.termsOf[index] ?? []) {
      if (term.last < from || term.first > to || (term.first <= last && term.last >= first)) continue;
      const weight = texts.weightOf(term) * near(term.first, term.last);
      add(term.id, weight);
      if (term.wider) add(term.wider, weight * 0.4);
      for (const part of term.parts) add(part, weight * 0.5);
    }
  const mark = (kind: string, weight: number) => {
    for (const mention of mentions(parsed, kind)) {
      if (mention.last < from || mention.first > to || (mention.first <= last && mention.last >= first))
        continue;
      add(`${kind} ${mention.group} ${mention.value}`, weight * near(mention.first, mention.last));
    }
  };
  if (options.sides !== false) mark("side", 0.8);
  if (options.levels !== false) mark("level", 0.8);
  mark("normal", 0.8);
  mark("severity", 0.5);
  mark("extent", 0.5);
  for (const number of parsed.numbers) {
    if (
      number.last < from ||
      number.first > to ||
      (number.first <= last && number.last >= first) ||
      number.role === "plain"
    )
      continue;
    for (const value of number.values)
      add(
        `number ${quantityOf(number)} ${round(value * (number.unit?.factor ?? 1))}`,
        1.3 * near(number.first, number.last),
      );
  }
  if (texts.question && parsed === texts.draft)
    for (const term of texts.question.terms) add(term.id, texts.weightOf(term) * 0.12);
  for (const { id } of options.without ?? []) context.delete(id);
  return context;
}

/** To three figures. */
function round(value: number): number {
  if (value === 0 || (Number.isInteger(value) && Math.abs(value) < 1000)) return value;
  return Number(value.toPrecision(3));
}

function leansBack(parsed: ParsedText, first: number): boolean {
  const word = parsed.tokens[first]?.lower ?? "";
  if (leaning.test(word)) return true;
  return (
    definite.test(word) &&
    /^(?:lesion|mass|finding|former|latter|abnormality|tumou?r|largest|smallest|larger|smaller)$/.test(
      parsed.tokens[first + 1]?.lower ?? "",
    )
  );
}

/** Cosine of two contexts: 0 nothing in common, 1 the same. */
export function similarity(left: Context, right: Context): number {
  const others = right.terms;
  const { ids, weights } = left;
  let shared = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const other = others.get(ids[at] as string);
    if (other !== undefined) shared += (weights[at] as number) * other;
  }
  return shared === 0 ? 0 : shared / Math.sqrt(left.square * right.square);
}

/** Something said at a place of a text, with what stands around it. */
export interface Claim<V> {
  readonly value: V;
  readonly parsed: ParsedText;
  readonly first: number;
  readonly last: number;
  readonly context: Context;
}

export interface Nearest<V> {
  /** How near the nearest agreeing place is, 0 where none agrees. */
  readonly agree: number;
  readonly conflict: { readonly claim: Claim<V>; readonly near: number } | null;
}

/** Of the claims of the sources, the nearest that agrees and the nearest that does not. */
export function nearest<V>(
  claim: Claim<V>,
  others: readonly Claim<V>[],
  agrees: (given: V, wanted: V, other: Claim<V>) => boolean | null,
): Nearest<V> {
  let agree = 0;
  let conflict: { claim: Claim<V>; near: number } | null = null;
  for (const other of others) {
    const verdict = agrees(claim.value, other.value, other);
    if (verdict === null) continue;
    const bare = claim.context.terms.size === 0 || other.context.terms.size === 0;
    const near = bare ? 0.15 : similarity(claim.context, other.context) + 0.001;
    if (verdict) agree = Math.max(agree, near);
    else if (!conflict || near > conflict.near) conflict = { claim: other, near };
  }
  return { agree, conflict };
}

/** The terms that a word says something about: the next ones in its phrase, else the ones before it. */
export function hostsOf(parsed: ParsedText, first: number, last: number, reach = 4): Term[] {
  const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
  if (!sentence) return [];
  const terms = parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? [];
  const apart = (a: number, b: number) => Math.abs((parsed.boundary[a] ?? 0) - (parsed.boundary[b] ?? 0));
  const forward = terms.filter(
    (term) =>
      term.first > last &&
      term.first - last <= reach &&
      term.first <= sentence.last &&
      apart(term.first, last) < 0.3 &&
      term.weight >= 0.3 &&
      !verbBetween(parsed, last + 1, term.first),
  );
  if (forward.length > 0) return forward;
  return terms
    .filter(
      (term) =>
        term.last < first &&
        first - term.last <= reach + 3 &&
        term.first >= sentence.first &&
        apart(term.first, first) < 0.3 &&
        term.weight >= 0.3,
    )
    .slice(-3);
}

function verbBetween(parsed: ParsedText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (
      /^(?:is|are|was|were|has|have|shows?|of|in|on|at|with|by|after|since|before|compared|than|despite|following)$/.test(
        parsed.tokens[at]?.lower ?? "",
      ) &&
      !/^of$/.test(parsed.tokens[at]?.lower ?? "")
    )
      return true;
  return false;
}

/** Kinds of part that every region has: alone they do not make two places the same. */
const generic = new Set(
  "duct artery vein vessel wall bone joint lobe segment nerve muscle tendon ligament margin tissue surface cavity canal cortex base gland disc lumen apex capsule parenchyma region fat".split(
    " ",
  ),
);

/** Whether two lists of terms have one in common, by its own or its wider name; "duct" alone only beside another "duct". */
export function shareTerm(left: readonly Term[], right: readonly Term[]): boolean {
  const [own, others] = [left.filter(isTelling), right.filter(isTelling)];
  return own.length > 0 && others.length > 0 ? haveCommon(own, others) : haveCommon(left, right);
}

const isTelling = ({ id }: Term): boolean => !generic.has(id);

function haveCommon(left: readonly Term[], right: readonly Term[]): boolean {
  return left.some((a) =>
    right.some(
      (b) =>
        a.id === b.id ||
        a.wider === b.id ||
        a.id === b.wider ||
        (a.wider !== null && a.wider === b.wider) ||
        (a.parts.includes(b.id) && isTelling(b)) ||
        (b.parts.includes(a.id) && isTelling(a)),
    ),
  );
}
