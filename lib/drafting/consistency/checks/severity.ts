import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, hostsOf, nearest, shareTerm } from "../rules/compare-context";
import { areRivals } from "../rules/compare-sites";
import { inCaseOf, inPassage, quote } from "../rules/conflict";
import { type Site, siteOf } from "../rules/finding-sites";
import { mentions, type ParsedText, spanOf, type Term } from "../rules/parsed-text";

const degreeKey = Symbol("degree");

interface Degree {
  /** "degree", "extent", or the name of a grading such as "grade figo". */
  readonly scale: string;
  readonly value: string;
  readonly hosts: readonly Term[];
  readonly site: Site;
}

const exclude: readonly (readonly string[])[] = [
  ["partial", "complete"],
  ["focal", "diffuse"],
  ["undisplaced", "displaced"],
  ["simple", "complex"],
  ["simple", "comminuted"],
  ["near", "partial"],
  ["patchy", "confluent"],
  ["good", "poor"],
];

/** How much: mild against severe, small against large, partial against complete. */
export const severity: ConsistencyCheck = {
  id: "severity",
  label: "Severity",
  find(texts) {
    const given = degreeClaims(texts, texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources(degreeKey, (source) => degreeClaims(texts, source));
    return given.flatMap((claim) => judge(claim, known));
  },
};

/** "More advanced than on the left": against the other side, no degree. */
const isCompared = ({ tokens }: ParsedText, first: number): boolean =>
  /^(?:more|less|most|least)$/.test(tokens[first - 1]?.lower ?? "");

function degreeClaims(texts: CheckCase, parsed: ParsedText): Claim<Degree>[] {
  const claims = (kind: "severity" | "extent") =>
    mentions(parsed, kind)
      .filter(({ first }) => parsed.negated[first] !== 1 && !isCompared(parsed, first))
      .map(({ value, first, last }) => ({
        value: {
          scale: kind === "severity" ? "degree" : kind,
          value,
          hosts: hostsOf(parsed, first, last, 4),
          site: siteOf(texts, parsed, { first, last }),
        },
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, last),
      }));
  const grades = mentions(parsed, "level")
    .filter(({ group }) => group.startsWith("grade ") || group === "type")
    .map(({ group, value, first, last }) => ({
      value: {
        scale: group === "type" ? "grade type" : group,
        value,
        hosts: [],
        site: siteOf(texts, parsed, { first, last }),
      },
      parsed,
      first,
      last,
      context: contextOf(texts, parsed, first, last),
    }));
  return [...claims("severity"), ...claims("extent"), ...grades];
}

/** "Intense uptake" against "faint activity" is how much signal there is. */
const isOfUptake = ({ parsed, first, last, value: { hosts } }: Claim<Degree>): boolean =>
  hosts.some(({ id }) => id === "uptake") &&
  mentions(parsed, "signalDirection").some((direction) => direction.first <= last && direction.last >= first);

const bins = (value: string) => value.split("-").map(Number);

function isOther(given: Degree, wanted: Degree): boolean {
  if (given.scale.startsWith("grade ")) return given.value !== wanted.value;
  if (given.scale !== wanted.scale) {
    const [degree, extent] = given.scale === "degree" ? [given, wanted] : [wanted, given];
    return degree.scale === "degree" && degree.value === "1" && /^(?:near|complete)$/.test(extent.value);
  }
  if (given.scale === "extent")
    return exclude.some(
      (pair) => pair.includes(given.value) && pair.includes(wanted.value) && given.value !== wanted.value,
    );
  const [a, b] = [bins(given.value), bins(wanted.value)];
  return !a.some((bin) => b.includes(bin));
}

/** "Complete on the left and partial on the right": the source sentence has the value of the draft, too. */
const isSaidBeside = (claim: Claim<Degree>, other: Claim<Degree>, known: readonly Claim<Degree>[]): boolean =>
  claim.value.scale === "extent" &&
  known.some(
    (one) =>
      one.value.scale === "extent" &&
      one.value.value === claim.value.value &&
      one.parsed === other.parsed &&
      one.parsed.sentenceOf[one.first] === other.parsed.sentenceOf[other.first],
  );

/** "Resolved completely": how far a change went. */
const isOfChange = ({ parsed, first, last }: Claim<Degree>): boolean =>
  mentions(parsed, "change").some((change) => change.last >= first - 2 && change.first <= last + 1);

/** Something is said of the same finding, not of two of one family: an effusion and ascites are both fluid. */
function shareHost(given: Degree, wanted: Degree): boolean {
  const [own, others] = [given, wanted].map(({ hosts }) =>
    hosts.filter((term) => term.class === "finding"),
  ) as [Term[], Term[]];
  if (own.length === 0 || others.length === 0) return shareTerm(given.hosts, wanted.hosts);
  return (
    own.some((a) => others.some((b) => a.id === b.id || a.wider === b.id || b.wider === a.id)) ||
    (own.every(({ wider }) => wider === null) && shareTerm(given.hosts, wanted.hosts))
  );
}

/** "Slightly compressed" against "completely": how far, not how big. */
const isSlight = (...claims: readonly Claim<Degree>[]): boolean => {
  const words = claims.map(({ parsed, first }) => parsed.tokens[first]?.lower ?? "");
  return (
    words.some((word) => /^(?:mild|mildly|slight|slightly|minimal|minimally|minor)$/.test(word)) &&
    words.some((word) =>
      /^(?:complete|completely|total|totally|near|nearly|almost|subtotal|subtotally)$/.test(word),
    )
  );
};

/** A grade is told by its side: words for where it reaches differ from text to text. */
const withoutPlaces = ({ parts, isNamed, sides }: Site): Site => ({ parts, isNamed, sides, places: [] });

const sameGrade = (a: string, b: string) =>
  a === b || a.replace(/\D$/, "") === b || b.replace(/\D$/, "") === a;

function judge(claim: Claim<Degree>, known: readonly Claim<Degree>[]): Conflict[] {
  const { agree, conflict } = nearest(claim, known, (given, wanted, other) => {
    const isGrade = given.scale.startsWith("grade ");
    if (areRivals(isGrade ? withoutPlaces(given.site) : given.site, wanted.site)) return null;
    if (given.scale.startsWith("grade ")) {
      const [a, b] = [given.scale.slice(6), wanted.scale.slice(6)];
      return !wanted.scale.startsWith("grade ") || (a !== b && a !== "" && b !== "")
        ? null
        : sameGrade(given.value, wanted.value);
    }
    if (wanted.scale.startsWith("grade ") || !shareHost(given, wanted)) return null;
    if (given.scale !== wanted.scale)
      return isSlight(claim, other) && !isOfChange(claim) && !isOfChange(other) && isOther(given, wanted)
        ? false
        : null;
    if (given.value === wanted.value) return true;
    return isOther(given, wanted) ? false : given.scale === "degree" ? true : null;
  });
  if (
    !conflict ||
    conflict.near < (claim.value.scale.startsWith("grade ") ? 0 : 0.1) ||
    agree * 1.1 > conflict.near ||
    (agree > 0 && claim.value.scale.startsWith("grade ")) ||
    isSaidBeside(claim, conflict.claim, known)
  )
    return [];
  const other = conflict.claim;
  const wanted = quote(other.parsed, other.first, other.last);
  const span = spanOf(claim.parsed, claim.first, claim.last);
  const word = quote(claim.parsed, claim.first, claim.last);
  return [
    {
      kind: isOfUptake(claim) && isOfUptake(other) ? "signal" : "severity",
      ...span,
      message: `Source says ${wanted}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: claim.value.value, wanted: other.value.value },
      fix: { ...span, replacement: inCaseOf(word, wanted) },
    },
  ];
}
