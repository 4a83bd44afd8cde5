import type { Site, SitePart } from "./finding-sites";
import type { Term } from "./parsed-text";

/** How two sites stand to each other: one and the same part, two that differ, or one of them does not say. */
export type SiteRelation = "same" | "other" | "open";

const isLike = (a: Term, b: Term): boolean =>
  a.id === b.id ||
  a.wider === b.id ||
  b.wider === a.id ||
  (a.wider !== null && a.wider === b.wider && a.class === "anatomy") ||
  (a.parts.at(-1) !== b.id && a.parts.includes(b.id)) ||
  (b.parts.at(-1) !== a.id && b.parts.includes(a.id));

/** The same noun, and not each with a word that the other lacks: "common femoral" and "popliteal" veins are two. */
function isSamePart(a: SitePart, b: SitePart): boolean {
  if (!isLike(a.head, b.head)) return false;
  const lacks = (one: SitePart, other: SitePart) =>
    one.words.some((word) => ![other.head, ...other.words].some((known) => isLike(word, known)));
  return !(lacks(a, b) && lacks(b, a));
}

/** Whether two sites are on different sides, or at places that exclude each other. */
export function areRivals(a: Site, b: Site): boolean {
  const isOtherSide =
    a.sides.length > 0 &&
    b.sides.length > 0 &&
    !a.sides.some((side) => side === "both" || b.sides.includes(side)) &&
    !b.sides.includes("both");
  return (
    isOtherSide ||
    a.places.some((place) => {
      const rivals = b.places.filter(({ group }) => group === place.group);
      return rivals.length > 0 && rivals.every(({ value }) => value !== place.value);
    })
  );
}

/** Whether two sites can be told to be the same. */
export function compareSites(a: Site, b: Site): SiteRelation {
  if (areRivals(a, b)) return "other";
  if (a.parts.some((part) => b.parts.some((other) => isSamePart(part, other)))) return "same";
  if (sharePlace(a, b)) return "same";
  if (hasNoPart(a) || hasNoPart(b)) return "open";
  return "other";
}

const hasNoPart = ({ parts }: Site): boolean => parts.every(({ head }) => head.class !== "anatomy");

/** Groups whose values say where within a part, not which part. */
const within = new Set([
  "third",
  "front and back",
  "middle and side",
  "top and bottom",
  "base and apex",
  "pole",
  "pancreas",
  "long bone",
]);

const sharePlace = (a: Site, b: Site): boolean =>
  a.places.some(
    ({ group, value }) =>
      (!within.has(group) || hasNoPart(a) || hasNoPart(b)) &&
      b.places.some((other) => other.group === group && other.value === value),
  );

/** Whether two things that something is said of differ: other parts of the body, or findings of other names. */
export function areOthers(a: Site, b: Site): boolean {
  if (compareSites(a, b) === "other") return true;
  const of = ({ parts }: Site) => ({
    anatomy: parts.flatMap(({ head }) => (head.class === "anatomy" ? [head] : [])),
    finding: parts.flatMap(({ finding }) => (finding && !plain.has(finding.id) ? [finding] : [])),
  });
  const [own, others] = [of(a), of(b)];
  return (["anatomy", "finding"] as const).some(
    (kind) =>
      own[kind].length > 0 &&
      others[kind].length > 0 &&
      !own[kind].some((term) => others[kind].some((other) => isLike(term, other))),
  );
}

/** Findings that are called by other names from one sentence to the next. */
const plain = new Set(["lesion", "mass", "enlargement", "widening", "change"]);
