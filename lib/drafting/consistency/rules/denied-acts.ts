import type { CheckCase, Conflict } from "./check-case";
import { inPassage } from "./conflict";
import { speaksOfRest } from "./denied-words";
import { mentions, type ParsedText, spanOf, type Term, type ValueMention } from "./parsed-text";
import { isFraming } from "./strangeness";

const actKey = Symbol("act");

/** What one part is said to do to another, or not to do. */
interface Act {
  readonly parsed: ParsedText;
  readonly mention: ValueMention;
  readonly value: string;
  readonly denied: boolean;
  /** The telling words before it and behind it in its clause. */
  readonly before: readonly Term[];
  readonly behind: readonly Term[];
}

/** By what is denied: what a text must say for the denial to be wrong. */
const deniedBy: Readonly<Record<string, readonly string[]>> = {
  reach: ["reach", "cross", "cover", "invade"],
  touch: ["touch", "encase"],
  spare: ["reach", "cross", "invade", "encase", "involve", "compress"],
};

/** "Contrast passes into the bursa" where the source has "does not enter the bursa", and the other way round. */
export function deniedActs(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const given = actsOf(texts.draft);
  if (given.length === 0) return [];
  const known = texts.ofSources(actKey, actsOf);
  return given.flatMap((act): Conflict[] => {
    const alike = known.filter((other) => isSameAct(texts, act, other));
    const [other] = alike.filter((one) => one.denied !== act.denied);
    if (
      other &&
      speaksOfRest(act.parsed, act.mention.first) !== speaksOfRest(other.parsed, other.mention.first)
    )
      return [];
    if (!other || alike.some(({ denied }) => denied === act.denied)) return [];
    const last = act.behind.at(-1)?.last ?? act.mention.last;
    const cue = mentions(act.parsed, "negBefore").find(
      (one) => one.last < act.mention.first && act.mention.first - one.last <= 2,
    );
    const first = act.denied && cue ? cue.first : act.mention.first;
    const span = spanOf(act.parsed, first, Math.max(last, act.mention.last));
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    return [
      {
        kind: "negation",
        ...span,
        message: act.denied ? "Source says that this is so." : "Source says that this is not so.",
        evidence: inPassage(other.parsed, other.mention.first, other.mention.last),
        exchange: act.denied
          ? { given: "absent", wanted: "present" }
          : { given: "present", wanted: "absent" },
        fix: null,
      },
    ];
  });
}

function actsOf(parsed: ParsedText): Act[] {
  return mentions(parsed, "act").flatMap((mention): Act[] => {
    const { first, last, value } = mention;
    const level = parsed.certainty[first] ?? -1;
    if (level === 0 || level === 1) return [];
    const clause = clauseTerms(parsed, mention);
    const before = clause.filter((term) => term.last < first);
    const behind = clause.filter((term) => term.first > last);
    const subject = before.at(-1);
    const isOfNone = subject !== undefined && first - subject.last <= 2 && isNone(parsed, subject);
    const denied = value === "spare" || isOfNone || parsed.negated[first] === 1;
    const act = { parsed, mention, value, denied, before, behind };
    const spared = denied ? [] : butNot(parsed, last);
    return [
      ...(before.length + behind.length === 0 ? [] : [act]),
      ...(spared.length === 0 ? [] : [{ ...act, denied: true, behind: spared }]),
    ];
  });
}

/** "No artery arises from it" */
const isNone = (parsed: ParsedText, { first, last }: Term): boolean =>
  parsed.negated[last] === 1 &&
  [1, 2, 3, 4].some((back) => /^(?:no|neither|nor|none)$/.test(parsed.tokens[first - back]?.lower ?? ""));

/** "Reaches the renal vein but not the vena cava": what the verb is denied of. */
function butNot(parsed: ParsedText, last: number): Term[] {
  const sentence = parsed.sentences[parsed.sentenceOf[last] ?? 0];
  for (let at = last + 1; at < Math.min(sentence?.last ?? last, last + 9); at += 1) {
    if (/^[;,.]$/.test(parsed.tokens[at]?.lower ?? "")) return [];
    if (parsed.tokens[at]?.lower !== "but" || parsed.tokens[at + 1]?.lower !== "not") continue;
    const next = parsed.tokens[at + 2]?.lower ?? "";
    const phrase = parsed.phrases.find((one) => one.first > at + 1 && one.first - at <= 4);
    if (!phrase || /(?:ing|ed)$/.test(next)) return [];
    return phrase.terms.filter(({ weight }) => weight >= 0.5);
  }
  return [];
}

function clauseTerms(parsed: ParsedText, { value, first, last }: ValueMention): Term[] {
  const at = (index: number) => parsed.boundary[index] ?? 0;
  return (parsed.termsOf[parsed.sentenceOf[first] ?? 0] ?? []).filter(
    (term) =>
      (term.last < first || term.first > last) &&
      term.weight >= 0.5 &&
      !isFraming(parsed, term) &&
      (term.last < first || value === "spare" || parsed.negated[term.first] === parsed.negated[first]) &&
      !/ly$/.test(parsed.tokens[term.last]?.lower ?? "") &&
      (term.first > last
        ? at(term.first) - at(last) < 0.35 && term.first - last <= 8
        : at(first) - at(term.last) < 0.9),
  );
}

/**
 * The same is done to the same: what stands behind a denied verb is said in both, and one word of what stands before it where
 * both name it; of a verb with nothing behind it all that stands before it.
 */
function isSameAct({ question }: CheckCase, one: Act, other: Act): boolean {
  const [denied, stated] = one.denied ? [one, other] : [other, one];
  if (denied.denied !== stated.denied) {
    if (!(deniedBy[denied.value] ?? [denied.value]).includes(stated.value)) return false;
  } else if (denied.value !== stated.value) return false;
  if (!haveOneSide(one, other)) return false;
  const has = (terms: readonly Term[], wanted: readonly Term[]) =>
    wanted.every((term) => terms.some((known) => isAlike(term, known)));
  if (denied.behind.length === 0) {
    const subject = ownSubject(denied);
    return subject.length > 0 && has(ownSubject(stated), subject);
  }
  if (!has(stated.behind, denied.behind)) return false;
  const subjects = [...stated.before, ...(question?.terms ?? [])];
  return (
    denied.value === "spare" ||
    denied.before.length === 0 ||
    stated.before.length === 0 ||
    denied.before.some((term) => subjects.some((known) => isAlike(term, known)))
  );
}

/** What stands before a verb with no comma between. */
const ownSubject = ({ parsed, mention, before }: Act): Term[] =>
  before.filter(({ last }) => (parsed.boundary[mention.first] ?? 0) - (parsed.boundary[last] ?? 0) < 0.3);

const isAlike = (a: Term, b: Term): boolean =>
  a.id === b.id || a.wider === b.id || b.wider === a.id || a.parts.includes(b.id) || b.parts.includes(a.id);

/** No side or place named with the one is another than that of the other. */
function haveOneSide(one: Act, other: Act): boolean {
  const [own, wanted] = [one, other].map(({ parsed, mention, before, behind }) => {
    const first = before[0]?.first ?? mention.first;
    const last = behind.at(-1)?.last ?? mention.last;
    return ["side", "level"].flatMap((kind) =>
      mentions(parsed, kind).filter((mark) => mark.first >= first - 2 && mark.last <= last + 2),
    );
  }) as [ValueMention[], ValueMention[]];
  return own.every(({ group, value }) => {
    const rivals = wanted.filter((mark) => mark.group === group);
    return rivals.length === 0 || rivals.some((mark) => mark.value === value || mark.value === "both");
  });
}
