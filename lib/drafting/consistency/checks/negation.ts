import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest, shareTerm } from "../rules/compare-context";
import { inPassage, quote } from "../rules/conflict";
import { deniedWords } from "../rules/denied-words";
import { differentPlaces, normals, sideNear } from "../rules/normal-states";
import { mentions, type ParsedText, spanOf, type Term } from "../rules/parsed-text";

interface Presence {
  readonly term: Term;
  /** The one side named beside it, else in the question. */
  readonly side: string | null;
  readonly denied: boolean;
  readonly hosts: readonly Term[];
}

/** Findings that say nothing alone. */
const vague = new Set([
  "lesion",
  "enhancement",
  "change",
  "extension",
  "involvement",
  "confined",
  "elevation",
  "wedge",
  "round",
  "oval",
  "solid",
  "homogeneous",
  "heterogeneous",
  "irregular",
  "well defined",
  "lobulation",
  "papillary",
  "bulky",
  "exophytic",
  "differentiated",
  "ring",
  "widening",
  "catheter",
]);
/** States that "normal", "intact" or "patent" deny of their anatomy. */
const states = new Set(
  "dilatation enlargement thickening thinning tear fracture erosion thrombus occlusion stenosis displacement atrophy edema inflammation obstruction compression invasion avulsion retraction opacity degeneration calcification dislocation effacement destruction detachment herniation perforation".split(
    " ",
  ),
);

/** Present against absent. */
export const negation: ConsistencyCheck = {
  id: "negation",
  label: "Negation",
  find(texts) {
    const known = texts.ofSources("presence", (source) => presences(texts, source));
    const given = presences(texts, texts.draft);
    const direct = given.flatMap((claim) => judge(claim, known));
    return [
      ...direct,
      ...deniedWords(texts),
      ...normalAgainstState(texts, given, known, direct),
      ...yesOrNo(texts, known, direct),
    ];
  },
};

function presences(texts: CheckCase, parsed: ParsedText): Claim<Presence>[] {
  return parsed.terms
    .filter(
      (term) =>
        term.class === "finding" &&
        !vague.has(term.id) &&
        !isHedged(parsed, term) &&
        !isCalledNormal(parsed, term),
    )
    .map((term) => ({
      value: {
        term,
        denied: isDenied(parsed, term),
        hosts: anatomyBeside(parsed, term),
        side: sideNear(parsed, term.first) ?? (parsed === texts.draft ? askedSide(texts) : null),
      },
      parsed,
      first: term.first,
      last: term.last,
      context: contextOf(texts, parsed, term.first, term.last),
    }));
}

function isHedged(parsed: ParsedText, term: Term): boolean {
  const level = parsed.certainty[term.first] ?? -1;
  return level === 0 || level === 1;
}

function isDenied(parsed: ParsedText, term: Term): boolean {
  return parsed.negated[term.first] === 1;
}

/** "Physiological uptake", "normal enhancement": neither present nor absent as a finding. */
function isCalledNormal(parsed: ParsedText, term: Term): boolean {
  return mentions(parsed, "normal").some(
    ({ first, last }) =>
      (first > term.last &&
        first - term.last <= 7 &&
        (parsed.boundary[first] ?? 0) - (parsed.boundary[term.last] ?? 0) < 0.2 &&
        /^(?:is|are|was|were|appears?|remains?)$/.test(parsed.tokens[first - 1]?.lower ?? "")) ||
      (term.first - last <= 2 && term.first > last),
  );
}

function anatomyBeside(parsed: ParsedText, term: Term): Term[] {
  return parsed.terms.filter(
    (other) =>
      (other.class === "anatomy" || (other.class === "word" && other.weight >= 0.8)) &&
      parsed.sentenceOf[other.first] === parsed.sentenceOf[term.first] &&
      Math.abs((parsed.boundary[other.first] ?? 0) - (parsed.boundary[term.first] ?? 0)) < 0.5 &&
      Math.abs(other.first - term.first) <= 8,
  );
}

function askedSide(texts: CheckCase): string | null {
  const sides = texts.question ? mentions(texts.question, "side") : [];
  return sides.length === 1 ? (sides[0]?.value ?? null) : null;
}

const anatomy = (terms: readonly Term[]) => terms.filter((term) => term.class === "anatomy");

function judge(claim: Claim<Presence>, known: readonly Claim<Presence>[]): Conflict[] {
  const { agree, conflict } = nearest(claim, known, (given, wanted, other) => {
    if (given.term.id !== wanted.term.id) return null;
    if (given.denied !== wanted.denied && !sameSide(given.side, wanted.side)) return null;
    const [a, b] = [anatomy(given.hosts), anatomy(wanted.hosts)];
    if (given.denied !== wanted.denied && a.length > 0 && b.length > 0 && !shareTerm(a, b)) return null;
    if (given.denied && !wanted.denied && !sharesModifier(claim, other)) return null;
    return given.denied === wanted.denied;
  });
  if (!conflict || (agree > 0 && agree * 1.5 > conflict.near)) return [];
  if (agree > 0 && conflict.near < 0.35) return [];
  if (claim.value.denied && agree > 0 && conflict.near < 0.15) return [];
  return [conflictOf(claim, conflict.claim)];
}

/** "No carpal fracture" speaks of a carpal one: what stands right before the finding is said of the other, too. */
function sharesModifier(claim: Claim<Presence>, other: Claim<Presence>): boolean {
  const modifiers = claim.parsed.terms.filter(
    ({ last, weight }) => claim.first > last && claim.first - last <= 2 && weight >= 0.5,
  );
  if (/^(?:of|in|within|at|involving|to)$/.test(claim.parsed.tokens[claim.last + 1]?.lower ?? ""))
    modifiers.push(
      ...claim.parsed.terms.filter(
        ({ first, weight }) => first > claim.last && first - claim.last <= 5 && weight >= 0.5,
      ),
    );
  if (modifiers.length === 0) return true;
  const near = other.value.hosts.filter(
    ({ first, last }) => first - other.last <= 4 && other.first - last <= 4,
  );
  return shareTerm(modifiers, near);
}

function conflictOf(claim: Claim<Presence>, other: Claim<Presence>): Conflict {
  const sentence = claim.parsed.sentenceOf[claim.first];
  const cue = ["negBefore", "negAfter"]
    .flatMap((kind) => mentions(claim.parsed, kind))
    .find(
      ({ first }) =>
        claim.value.denied &&
        claim.parsed.sentenceOf[first] === sentence &&
        Math.abs(first - claim.first) <= 6,
    );
  return {
    kind: "negation",
    ...spanOf(
      claim.parsed,
      cue ? Math.min(cue.first, claim.first) : claim.first,
      cue ? Math.max(cue.last, claim.last) : claim.last,
    ),
    message: other.value.denied ? "Source says that this is absent." : "Source says that this is present.",
    evidence: inPassage(other.parsed, other.first, other.last),
    exchange: {
      given: claim.value.denied ? "absent" : "present",
      wanted: other.value.denied ? "absent" : "present",
    },
    fix: null,
  };
}

/** "Patent" against "thrombosed", "intact" against "torn", for the same part of the same side. */
function normalAgainstState(
  texts: CheckCase,
  given: readonly Claim<Presence>[],
  known: readonly Claim<Presence>[],
  found: readonly Conflict[],
): Conflict[] {
  const conflicts: Conflict[] = [];
  const sourceNormals = texts.ofSources("normal", (source) => normals(source, "normal"));
  for (const claim of given) {
    if (
      claim.value.denied ||
      !states.has(claim.value.term.id) ||
      found.some(({ start }) => start === spanOf(claim.parsed, claim.first, claim.last).start)
    )
      continue;
    const subject = subjectOf(claim);
    if (
      known.some(
        (other) =>
          other.value.term.id === claim.value.term.id &&
          !other.value.denied &&
          (subject.length === 0 || other.value.hosts.length === 0 || shareTerm(other.value.hosts, subject)),
      )
    )
      continue;
    const other = sourceNormals.find(
      (normal) =>
        subject.length > 0 &&
        shareTerm(normal.hosts, subject) &&
        !differentPlaces(normal.parsed, normal.first, claim.parsed, claim.first) &&
        sameSide(normal.side, sideNear(claim.parsed, claim.first)),
    );
    if (other)
      conflicts.push({
        kind: "negation",
        ...spanOf(claim.parsed, claim.first, claim.last),
        message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
        evidence: inPassage(other.parsed, other.first, other.last),
        exchange: { given: "present", wanted: "absent" },
        fix: null,
      });
  }
  for (const normal of normals(texts.draft, "normal")) {
    const isSaid = sourceNormals.some(
      (other) =>
        shareTerm(normal.hosts, other.hosts) &&
        !differentPlaces(normal.parsed, normal.first, other.parsed, other.first),
    );
    if (isSaid) continue;
    const other = known.find(
      (claim) =>
        !claim.value.denied &&
        states.has(claim.value.term.id) &&
        shareTerm(normal.hosts.slice(-1), subjectOf(claim).slice(-1)) &&
        normal.side === sideNear(claim.parsed, claim.first),
    );
    if (!other || normal.hosts.length === 0) continue;
    conflicts.push({
      kind: "negation",
      ...spanOf(normal.parsed, normal.first, normal.last),
      message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: "absent", wanted: "present" },
      fix: null,
    });
  }
  const sourceAbnormals = texts.ofSources("abnormal", (source) => normals(source, "abnormal"));
  for (const abnormal of normals(texts.draft, "abnormal")) {
    if (sourceAbnormals.some((other) => shareTerm(other.hosts, abnormal.hosts))) continue;
    const other = sourceNormals.find(
      (normal) => shareTerm(normal.hosts, abnormal.hosts) && sameSide(normal.side, abnormal.side),
    );
    if (!other || abnormal.hosts.length === 0) continue;
    conflicts.push({
      kind: "negation",
      ...spanOf(abnormal.parsed, abnormal.first, abnormal.last),
      message: `Source says ${quote(other.parsed, other.first, other.last)}.`,
      evidence: inPassage(other.parsed, other.first, other.last),
      exchange: { given: "present", wanted: "absent" },
      fix: null,
    });
  }
  return conflicts;
}

const sameSide = (a: string | null, b: string | null) => a === null || b === null || a === b;

/** The part that a state is said of: the nearest anatomy before it, else behind it. */
function subjectOf(claim: Claim<Presence>): Term[] {
  const before = claim.value.hosts.filter(({ last }) => last < claim.first);
  return before.length > 0 ? before : claim.value.hosts.slice(0, 1);
}

/** "Yes" or "No" alone, against what the question asks. */
function yesOrNo(
  texts: CheckCase,
  known: readonly Claim<Presence>[],
  found: readonly Conflict[],
): Conflict[] {
  const word = texts.draft.tokens[0]?.lower;
  const { question } = texts;
  if (!question || found.length > 0 || (word !== "yes" && word !== "no")) return [];
  if (!/^(?:is|are|was|were|does|do|did|has|have|can)$/.test(question.tokens[0]?.lower ?? "")) return [];
  const asked = presences(texts, question);
  const predicate = question.terms.findLast(({ class: kind, weight }) => kind !== "anatomy" && weight >= 0.5);
  for (const claim of asked.filter(({ value }) => value.term === predicate)) {
    const denied = (word === "no") !== claim.value.denied;
    const [conflict] = judge({ ...claim, value: { ...claim.value, denied } }, known);
    if (conflict) return [{ ...conflict, ...spanOf(texts.draft, 0, 0), fix: null }];
  }
  return [];
}
