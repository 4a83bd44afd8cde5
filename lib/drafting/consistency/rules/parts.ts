import type { Lexicon } from "./language-pack";
import { quantityOf } from "./measures";
import { mentions, type ParsedText, spanOf, type ValueMention } from "./parsed-text";

interface Place {
  readonly parsed: ParsedText;
  readonly first: number;
  readonly start: number;
  readonly end: number;
}

/** A thing or property of a text with every place where it stands. Parts of one rivalry can be mixed up. */
export interface Part {
  readonly id: string;
  readonly rivalry: string;
  readonly places: readonly Place[];
}

const properties = ["severity", "extent", "normal", "change"] as const;

const ofSources = new WeakMap<readonly ParsedText[], Map<string, Part>>();

/** The parts of the sources of a case, gathered once. */
export function partsOfSources(lexicon: Lexicon, sources: readonly ParsedText[]): Map<string, Part> {
  const known = ofSources.get(sources);
  if (known) return known;
  const made = partsOf(lexicon, sources);
  ofSources.set(sources, made);
  return made;
}

/** What texts speak of: sides, places, figures, degrees, states, findings and parts of the body. */
export function partsOf(lexicon: Lexicon, texts: readonly ParsedText[]): Map<string, Part> {
  const parts = new Map<string, { id: string; rivalry: string; places: Place[] }>();
  const add = (parsed: ParsedText, id: string, rivalry: string, first: number, last: number) => {
    const place = { parsed, first, ...spanOf(parsed, first, last) };
    const part = parts.get(id);
    if (part) part.places.push(place);
    else parts.set(id, { id, rivalry, places: [place] });
  };
  for (const parsed of texts) {
    for (const { value, first, last } of mentions(parsed, "side"))
      if (value !== "one" && value !== "both") add(parsed, `side ${value}`, "side", first, last);
    for (const { group, value, first, last } of mentions(parsed, "level").filter(
      (one) => !isListed(parsed, one),
    ))
      add(parsed, `level ${group} ${value}`, `level ${group}`, first, last);
    for (const number of parsed.numbers) {
      const named = mentions(parsed, "level").some(
        ({ first, last }) => first <= number.first && last >= number.first,
      );
      if (named || number.role === "age" || number.role === "label") continue;
      const value = (number.values[0] ?? 0) * (number.unit?.factor ?? 1);
      add(
        parsed,
        `number ${quantityOf(number)} ${Number(value.toPrecision(3))}`,
        `number ${quantityOf(number)}`,
        number.first,
        number.last,
      );
    }
    for (const kind of properties)
      for (const { value, first, last } of mentions(parsed, kind))
        add(parsed, `${kind} ${value}`, kind === "normal" ? "state" : kind, first, last);
    for (const { group, value, first, last } of mentions(parsed, "signal"))
      add(parsed, `signal ${group} ${value}`, `signal ${group}`, first, last);
    for (const { group, value, first, last } of mentions(parsed, "sequence"))
      add(parsed, `sequence ${group} ${value}`, `sequence ${group}`, first, last);
    for (const term of parsed.terms) {
      if (term.weight < 0.5) continue;
      const denied = term.class === "finding" && parsed.negated[term.first] === 1;
      add(
        parsed,
        denied ? `not ${term.id}` : term.id,
        term.class === "finding"
          ? "state"
          : isPlaceWord(lexicon, parsed.tokens[term.first]?.form ?? "")
            ? "place"
            : "thing",
        term.first,
        term.last,
      );
    }
  }
  return parts;
}

/** "From C4/5 to C6/7", "segments II, V and VI": one of a row. */
const isListed = (parsed: ParsedText, { group, first, last }: ValueMention): boolean =>
  mentions(parsed, "level").some(
    (other) =>
      other.group === group &&
      ((other.first > last && other.first - last <= 2) || (other.last < first && first - other.last <= 2)),
  );

/** "Lateral", "upper", "distal" */
function isPlaceWord(lexicon: Lexicon, form: string): boolean {
  return lexicon.values.get(form)?.alone.some(({ means }) => means.kind === "level") ?? false;
}

/** How near two parts come to each other in one sentence: 1 side by side, 0 never in one sentence. */
export function reach(one: Part, other: Part): number {
  let best = 0;
  for (const a of one.places)
    for (const b of other.places) {
      if (a.parsed !== b.parsed || a.parsed.sentenceOf[a.first] !== b.parsed.sentenceOf[b.first]) continue;
      const cut = Math.abs((a.parsed.boundary[a.first] ?? 0) - (a.parsed.boundary[b.first] ?? 0));
      best = Math.max(best, Math.exp(-cut * 1.5) / (1 + 0.06 * Math.abs(a.first - b.first)));
    }
  return best;
}
