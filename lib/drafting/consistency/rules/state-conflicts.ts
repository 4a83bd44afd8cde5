import type { CheckCase, Conflict } from "./check-case";
import { inPassage, quote } from "./conflict";
import { findStates, isSiteOfFinding, type State, sourceStates } from "./find-states";
import { mentions, type ParsedText, spanOf, type Term } from "./parsed-text";
import { isPartOf, type Subject } from "./state-subjects";
import { statesOfParts } from "./state-words";

/** "Intact" against "torn", "patent" against "thrombosed", "involved" against "spared", for the same part. */
export function stateConflicts(texts: CheckCase, found: readonly Conflict[]): Conflict[] {
  const known = sourceStates(texts);
  return findStates(texts.lexicon, texts.draft).flatMap((given): Conflict[] => {
    const span = spanOf(given.parsed, given.first, given.last);
    if (found.some(({ start, end }) => start < span.end && end > span.start)) return [];
    if (isSaidElsewhere(texts, given) || isOfLater(given)) return [];
    for (const subject of given.subjects) {
      const other = contrary(given, subject, known);
      const site = other ? null : listedSite(texts, given, subject, known);
      if (site) return [siteConflict(given, site)];
      if (other) return [sideConflict(given, subject, known) ?? conflictOf(given, other)];
    }
    return [];
  });
}

/** "Without residual stenosis": none is left, there was one. */
const isOfLater = ({ parsed, first }: State): boolean =>
  mentions(parsed, "later").some((word) => word.last < first && first - word.last <= 2);

/** A finding that the source describes somewhere: where it lies is for other checks to say. */
function isSaidElsewhere({ sources }: CheckCase, { normal, finding }: State): boolean {
  if (normal || !finding || statesOfParts.has(finding.id)) return false;
  return sources.some((source) =>
    source.terms.some(
      (term) =>
        (term.id === finding.id || term.wider === finding.id || term.id === finding.wider) &&
        source.negated[term.first] !== 1,
    ),
  );
}

/** Called spared in the draft, in the source one of the places where the finding is. */
function listedSite(texts: CheckCase, given: State, subject: Subject, known: readonly State[]) {
  const word = given.parsed.tokens[given.first]?.lower ?? "";
  if (
    !given.normal ||
    given.finding ||
    !/^(?:spared|spares|uninvolved|unaffected|free|clear|normal|preserved)$/.test(word)
  )
    return null;
  if (
    known.some(
      (other) =>
        other.normal && other.subjects.some((one) => isPartOf(subject, one) || isPartOf(one, subject)),
    )
  )
    return null;
  for (const source of texts.sources) {
    const site = isSiteOfFinding(texts.lexicon, source, subject);
    if (site) return site;
  }
  return null;
}

function siteConflict(given: State, site: { parsed: ParsedText; first: number; last: number }): Conflict {
  return {
    kind: "negation",
    ...spanOf(given.parsed, given.first, given.last),
    message: `Source counts ${quote(site.parsed, site.first, site.last)} among the places.`,
    evidence: inPassage(site.parsed, site.first, site.last),
    exchange: { given: "absent", wanted: "present" },
    fix: null,
  };
}

function contrary(given: State, subject: Subject, known: readonly State[]): State | null {
  let conflict: State | null = null;
  let isPartlyTrue = false;
  for (const other of known) {
    if (isOtherFinding(given, other) || isOfFinding(given, subject, other)) continue;
    const holds = other.subjects.some((one) => isPartOf(subject, one));
    const isHeld = other.subjects.some((one) => isPartOf(one, subject));
    if (other.normal === given.normal) {
      if (holds || (isHeld && !given.normal)) return null;
      isPartlyTrue ||= isHeld;
    } else if (given.normal ? isHeld : holds) conflict ??= other;
  }
  return isPartlyTrue && !saysAll(given.parsed, subject) ? null : conflict;
}

/** "Physiological uptake": a finding called normal says nothing of another place of it. */
const isOfFinding = (given: State, { own }: Subject, other: State): boolean =>
  given.normal !== other.normal &&
  own.at(-1)?.class === "finding" &&
  (given.normal ? given : other).finding === null;

/** "Both menisci", "all vessels", "the nodes": not one of them alone. */
function saysAll({ tokens }: ParsedText, { own, sides }: Subject): boolean {
  const head = tokens[own.at(-1)?.last ?? -1];
  return sides.includes("both") || (head !== undefined && head.form !== head.lower);
}

/** The same finding of the same part on the other side: "thickened left nerve" for the right one. */
function sideConflict(given: State, subject: Subject, known: readonly State[]): Conflict | null {
  const [side] = subject.sides;
  if (given.normal || !given.finding || subject.sides.length !== 1 || (side !== "left" && side !== "right"))
    return null;
  const other = known.find(
    (one) =>
      !one.normal &&
      one.finding?.id === given.finding?.id &&
      one.subjects.some(
        ({ sides, own }) =>
          sides.length === 1 &&
          sides[0] !== side &&
          sides[0] !== "both" &&
          own.at(-1)?.id === subject.own.at(-1)?.id,
      ),
  );
  const mention = mentions(given.parsed, "side").find(
    ({ value, first }) =>
      value === side && given.parsed.sentenceOf[first] === given.parsed.sentenceOf[given.first],
  );
  if (!other || !mention) return null;
  return {
    kind: "laterality",
    ...spanOf(given.parsed, mention.first, mention.last),
    message: `Source says ${side === "left" ? "right" : "left"}.`,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: null,
    fix: null,
  };
}

/** Enlarged nodes are lymphadenopathy. */
const stateOf = ({ id }: Term): string =>
  /^(?:lymphadenopathy|splenomegaly|hepatomegaly|cardiomegaly)$/.test(id)
    ? "enlargement"
    : /^hydro(?:nephrosis|ureter|cephalus)$/.test(id)
      ? "dilatation"
      : id;

const ofVessels = new Set([
  "thrombus",
  "embolus",
  "occlusion",
  "stenosis",
  "obstruction",
  "filling defect",
  "effacement",
]);
const notOfIntact = new Set([
  "edema",
  "calcification",
  "thickening",
  "degeneration",
  "tendinopathy",
  "atrophy",
  "osteopenia",
]);

/** "Not dilated" says nothing about "thickened"; plain "normal" speaks of both. */
function isOtherFinding(given: State, other: State): boolean {
  const denied = given.normal ? given.finding : other.normal ? other.finding : null;
  const stated = given.normal ? other.finding : given.finding;
  if (given.normal === other.normal) return false;
  const normalWord =
    (given.normal ? given : other).parsed.tokens[(given.normal ? given : other).first]?.lower ?? "";
  if (denied === null && /^(?:patent|open)$/.test(normalWord) && stated && !ofVessels.has(stated.id))
    return true;
  if (denied === null && /^(?:intact)$/.test(normalWord) && stated && notOfIntact.has(stated.id)) return true;
  if (denied === null) return stated !== null && /^spar(?:es?|ing)$/.test(normalWord);
  if (stated === null) return true;
  const [a, b] = [stateOf(stated), stateOf(denied)];
  return a !== b && stated.wider !== b;
}

function conflictOf(given: State, other: State): Conflict {
  const { parsed } = given;
  const cue = given.finding && given.normal ? negationBeside(given) : null;
  return {
    kind: "negation",
    ...spanOf(
      parsed,
      cue ? Math.min(cue.first, given.first) : given.first,
      cue ? Math.max(cue.last, given.last) : given.last,
    ),
    message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: given.normal ? { given: "absent", wanted: "present" } : { given: "present", wanted: "absent" },
    fix: null,
  };
}

function negationBeside({ parsed, first }: State) {
  return (
    ["negBefore", "negAfter"]
      .flatMap((kind) => mentions(parsed, kind))
      .find(
        (cue) =>
          parsed.sentenceOf[cue.first] === parsed.sentenceOf[first] && Math.abs(cue.first - first) <= 6,
      ) ?? null
  );
}
