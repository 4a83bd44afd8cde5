import type { CheckCase } from "./check-case";
import { type Claim, contextOf } from "./compare-context";
import { mentions, type ParsedText, type ValueMention } from "./parsed-text";

export type Side = "left" | "right" | "both";
const opposite = { left: "right", right: "left", both: "both" } as const;
const frontalPlanes = /axial|coronal|frontal|short axis/i;

/** The sides that a text names, each with what stands around it. */
export function sideClaims(texts: CheckCase, parsed: ParsedText): Claim<Side>[] {
  return mentions(parsed, "side").flatMap((mention) => {
    const side = sideOf(texts, parsed, mention);
    if (side === null) return [];
    const { first, last } = mention;
    return [
      {
        value: side,
        parsed,
        first,
        last,
        context: contextOf(texts, parsed, first, last, { sides: false, cut: 1.6 }),
      },
    ];
  });
}

/** Which side of the patient is meant; null where it cannot be told. */
export function sideOf(
  texts: CheckCase,
  parsed: ParsedText,
  { value, first, last }: ValueMention,
): Side | null {
  if (value !== "left" && value !== "right" && value !== "both") return null;
  const word = parsed.tokens[first]?.lower ?? "";
  if (/^(?:os|od)$/.test(word) && parsed.tokens[first + 1]?.form !== "eye") return null;
  const ofImage = mentions(parsed, "imageSide").some((mention) =>
    mention.value === "<" ? mention.last === first - 1 : mention.first > last && mention.first - last <= 3,
  );
  if (!ofImage) return value;
  const plane = `${texts.input.metadata?.plane ?? ""} ${texts.draft.text} ${texts.sources.map(({ text }) => text).join(" ")}`;
  const seenFromFront =
    frontalPlanes.test(plane) || /^(?:CR|DX|CT)$/.test(texts.input.metadata?.Modality ?? "");
  return seenFromFront ? opposite[value] : null;
}

/** The side that the metadata name. */
export function metadataSide(texts: CheckCase): Side | null {
  const letter = texts.input.metadata?.Laterality?.trim().toUpperCase().charAt(0);
  return letter === "L" ? "left" : letter === "R" ? "right" : null;
}
