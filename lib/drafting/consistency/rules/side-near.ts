import { mentions, type ParsedText } from "./parsed-text";

/** The one side named in the clause of a token; null for none or several. */
export function sideNear(parsed: ParsedText, at: number): string | null {
  const near = mentions(parsed, "side").filter(
    ({ first }) =>
      parsed.sentenceOf[first] === parsed.sentenceOf[at] &&
      Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[at] ?? 0)) < 0.4,
  );
  return near.length === 1 ? (near[0]?.value ?? null) : null;
}

/** The one side named in the sentence of a token; null for none or several. */
export function sideOfSentence(parsed: ParsedText, at: number): string | null {
  const there = new Set(
    mentions(parsed, "side")
      .filter(({ first }) => parsed.sentenceOf[first] === parsed.sentenceOf[at])
      .map(({ value }) => value),
  );
  const [side] = there;
  return there.size === 1 && (side === "left" || side === "right") ? side : null;
}
