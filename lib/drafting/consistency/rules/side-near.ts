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
