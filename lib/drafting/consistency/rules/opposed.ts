import type { CheckCase, Conflict } from "./check-case";
import { shareTerm } from "./compare-context";
import { isVerb } from "./find-boundaries";
import { mentions, type ParsedText, type Term, type ValueMention } from "./parsed-text";

/** What is said in one breath: the tokens of a sentence up to a semicolon, a "but" or an "and" with a verb of its own. */
interface Clause {
  readonly parsed: ParsedText;
  readonly first: number;
  readonly last: number;
  readonly terms: readonly Term[];
}

const apart = 0.6;

function clauseAt(parsed: ParsedText, at: number): Clause {
  const index = parsed.sentenceOf[at] ?? 0;
  const sentence = parsed.sentences[index];
  const isNear = (other: number) =>
    Math.abs((parsed.boundary[other] ?? 0) - (parsed.boundary[at] ?? 0)) < apart;
  let first = at;
  let last = at;
  while (first > (sentence?.first ?? at) && isNear(first - 1)) first -= 1;
  if (isRest(parsed, first))
    while (first > (sentence?.first ?? at) && !/^[;:]$/.test(parsed.tokens[first - 1]?.lower ?? ""))
      first -= 1;
  while (last < (sentence?.last ?? at) && isNear(last + 1) && !opens(parsed, last + 1)) last += 1;
  const terms = (parsed.termsOf[index] ?? []).filter((term) => term.first >= first && term.last <= last);
  return { parsed, first, last, terms };
}

/** "But no washout": said of what stands before. */
const isRest = ({ tokens }: ParsedText, first: number): boolean =>
  /^(?:but|and|yet|although)$/.test(tokens[first]?.lower ?? "") &&
  /^(?:no|not|without|neither|none)$/.test(tokens[first + 1]?.lower ?? "");

/** "And infiltrates the fat", "as well as the radius": something else is said of the same. */
const opens = ({ lexicon, tokens }: ParsedText, at: number): boolean =>
  (lexicon.words.clauses.and.has(tokens[at]?.lower ?? "") && isVerb(lexicon, tokens[at + 1])) ||
  /^(?:besides|alongside)$/.test(tokens[at]?.lower ?? "") ||
  (/^(?:as|together|along|addition)$/.test(tokens[at]?.lower ?? "") &&
    /^(?:well|with|to)$/.test(tokens[at + 1]?.lower ?? ""));

const within = ({ first, last }: Clause, mention: ValueMention): boolean =>
  mention.first >= first && mention.last <= last;

const marksIn = (clause: Clause, kind: string): ValueMention[] =>
  mentions(clause.parsed, kind).filter((mention) => within(clause, mention));

/** Told as a change: whether it is there is not the question, but since when. */
const tellsOfTime = (clause: Clause): boolean =>
  marksIn(clause, "change").some(({ value }) => /^(?:gone|new|same)$/.test(value));

/** Each names a side, or a place of one kind, and none of them is the same. */
function areApart(one: Clause, other: Clause): boolean {
  return ["side", "level"].some((kind) => {
    const wanted = marksIn(other, kind);
    const groups = new Map<string, boolean>();
    for (const { group, value } of marksIn(one, kind)) {
      const rivals = wanted.filter((mark) => mark.group === group);
      if (rivals.length === 0) continue;
      const meets = value === "both" || rivals.some((mark) => mark.value === value || mark.value === "both");
      groups.set(group, (groups.get(group) ?? false) || meets);
    }
    return [...groups.values()].some((meets) => !meets);
  });
}

const isSame = (a: Term, b: Term): boolean => a.id === b.id || a.wider === b.id || b.wider === a.id;

const isLike = (a: Term, b: Term): boolean => isSame(a, b) || shareTerm([a], [b]);

/** How much of what the one says besides `heads` the other says, too; what stands nearer to `at` counts more. */
function shared(texts: CheckCase, one: Clause, at: number, heads: readonly Term[], other: Clause): number {
  let sum = 0;
  const near = (first: number) => 1 / (1 + 0.1 * Math.abs(first - at));
  for (const term of one.terms) {
    if (term.weight < 0.5 || heads.some((head) => isSame(head, term))) continue;
    if (other.terms.some((known) => isLike(term, known))) sum += texts.weightOf(term) * near(term.first);
  }
  for (const kind of ["side", "level"])
    for (const { group, value, first } of marksIn(one, kind))
      if (marksIn(other, kind).some((mark) => mark.group === group && mark.value === value))
        sum += near(first);
  return sum;
}

function indexOf(parsed: ParsedText, start: number): number {
  const at = parsed.tokens.findIndex((token) => token.end > start);
  return Math.max(at, 0);
}

/** Whether a token is said to be there, or not to be. */
const isThere = (parsed: ParsedText, at: number): boolean => parsed.negated[at] !== 1;

/**
 * What a text says of the finding in the same way as the draft: the finding itself there or not there, or, of something absent,
 * a part called normal.
 */
function sayings(parsed: ParsedText, heads: readonly Term[], present: boolean): number[] {
  const found = parsed.terms
    .filter(
      (term) =>
        heads.some((head) => isSame(head, term)) &&
        isThere(parsed, term.first) === present &&
        term.weight >= 0.3,
    )
    .map(({ first }) => first);
  const states = mentions(parsed, present ? "abnormal" : "normal")
    .filter(({ first }) => parsed.negated[first] !== 1)
    .map(({ first }) => first);
  return [...found, ...states];
}

interface Opposed {
  readonly source: ParsedText;
  readonly own: Clause;
  readonly wanted: Clause;
}

function clausesOf(texts: CheckCase, { start, end, evidence }: Conflict): Opposed | null {
  if (evidence.from !== "passage") return null;
  const source = texts.sources.find(({ passageId }) => passageId === evidence.span.passageId);
  if (!source) return null;
  const here = indexOf(texts.draft, Math.max(start, end - 1));
  return {
    source,
    own: clauseAt(texts.draft, here),
    wanted: clauseAt(source, indexOf(source, evidence.span.start)),
  };
}

/** Whether two opposite sayings are of one time, side and place. */
export function areOfOne(texts: CheckCase, conflict: Conflict): boolean {
  const both = clausesOf(texts, conflict);
  return (
    both === null || (!tellsOfTime(both.own) && !tellsOfTime(both.wanted) && !areApart(both.own, both.wanted))
  );
}

/** Whether no source says as the draft does of what comes as near to it as what a conflict rests on. */
export function isUncontested(texts: CheckCase, conflict: Conflict): boolean {
  const both = clausesOf(texts, conflict);
  const { start, end, exchange } = conflict;
  if (!both || exchange === null) return true;
  const { own, wanted } = both;
  const heads = texts.draft.terms.filter((term) => {
    const token = texts.draft.tokens[term.first];
    return token !== undefined && token.start >= start && token.end <= end && term.class !== "anatomy";
  });
  const here = indexOf(texts.draft, end - 1);
  const near = shared(texts, own, here, heads, wanted);
  return !texts.sources.some((parsed) =>
    sayings(parsed, heads, exchange.given === "present").some((index) => {
      const clause = clauseAt(parsed, index);
      if (areApart(own, clause)) return false;
      const other = shared(texts, own, here, heads, clause);
      return other > 0 ? other * margin > near : near === 0 && isOfHeads(parsed, heads, index);
    }),
  );
}

const margin = 1.2;

const isOfHeads = ({ terms }: ParsedText, heads: readonly Term[], at: number): boolean =>
  terms.some((term) => term.first === at && heads.some((head) => isSame(head, term)));
