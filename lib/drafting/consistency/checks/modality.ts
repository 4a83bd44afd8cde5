import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { takenFor } from "../rules/other-image";
import { mentions, type ParsedText, spanOf, type ValueMention } from "../rules/parsed-text";
import { isInvented } from "../rules/strangeness";

const modalityKey = Symbol("modality");

const mrSequences = new Set(["T1", "T2", "FLAIR", "DWI", "ADC", "STIR", "SWI", "PD"]);

/** The kind of examination: CT where the source speaks of MR. */
export const modality: ConsistencyCheck = {
  id: "modality",
  label: "Modality",
  find(texts) {
    const given = mentions(texts.draft, "modality");
    if (given.length === 0) return [];
    const known = knownModalities(texts);
    if (known.size === 0) return [];
    const own = ownModality(texts);
    const named = texts.ofSources(modalityKey, (parsed) =>
      mentions(parsed, "modality").map((mention) => ({ parsed, mention })),
    );
    return given.flatMap((mention) => {
      const { value, first } = mention;
      const meets = (texts.lexicon.pack.modalityMeets[value] ?? value).split(" ");
      const met = meets.filter((name) => known.has(name));
      const onlyByGeneralName =
        met.length === 1 && met[0] === "angio" && own !== undefined && !meets.includes(own);
      if (!isWord(texts, first)) return [];
      if (met.length > 0 && !onlyByGeneralName) {
        const other = takenFor(texts, mention, named, (name) => meets.includes(name));
        return other && (own === undefined || !meets.includes(own))
          ? [sourceConflict(texts, mention, other.parsed, other.mention)]
          : [];
      }
      const sentence = texts.draft.sentences[texts.draft.sentenceOf[first] ?? 0];
      if (isOfProcedure(texts, mention)) return [];
      if (sentence && isInvented(texts, sentence.first, sentence.last)) return [];
      return [conflictOf(texts, mention)];
    });
  },
};

/** "At laryngoscopy", "inserted endoscopically": something that was done beside the examination, not the examination. */
const isOfProcedure = ({ draft }: CheckCase, { value, first, last }: ValueMention): boolean =>
  value === "ENDO" &&
  !mentions(draft, "planeHead").some((head) => head.first > last && head.first - last <= 2) &&
  (draft.sentenceOf[first] ?? 0) > 0;

/** "US" the country and "cat" the animal are no examination. */
function isWord(texts: CheckCase, index: number): boolean {
  const token = texts.draft.tokens[index];
  if (!token) return false;
  const raw = texts.draft.text.slice(token.start, token.end);
  return !/^(?:us|pet|fa|op|film|angio)$/.test(raw);
}

const ownModality = (texts: CheckCase): string | undefined =>
  texts.lexicon.pack.modalityCodes[texts.input.metadata?.Modality?.trim().toLowerCase() ?? ""];

function knownModalities(texts: CheckCase): Set<string> {
  const known = new Set<string>();
  for (const source of texts.sources) {
    for (const { value } of mentions(source, "modality")) known.add(value);
    for (const { group, value } of mentions(source, "sequence")) {
      if (group === "weight" && mrSequences.has(value)) known.add("MR");
      if (group === "doppler") known.add("US");
      if (group === "stain") known.add("HISTO");
      if (group === "tracer" && value === "FDG") known.add("PET");
    }
  }
  const own = ownModality(texts);
  if (own) known.add(own);
  return known;
}

function sourceConflict(
  { draft }: CheckCase,
  { first, last }: ValueMention,
  parsed: ParsedText,
  other: ValueMention,
): Conflict {
  const wanted = quote(parsed, other.first, other.last);
  const span = spanOf(draft, first, last);
  return {
    kind: "modality",
    ...span,
    message: `Source says ${wanted}.`,
    evidence: inPassage(parsed, other.first, other.last),
    exchange: null,
    fix: { ...span, replacement: wanted },
  };
}

function conflictOf(texts: CheckCase, mention: ValueMention): Conflict {
  for (const parsed of texts.sources) {
    const [other] = mentions(parsed, "modality");
    if (other) return sourceConflict(texts, mention, parsed, other);
  }
  return {
    kind: "modality",
    ...spanOf(texts.draft, mention.first, mention.last),
    message: `The image is of modality ${texts.input.metadata?.Modality}.`,
    evidence: inMetadata("Modality"),
    exchange: null,
    fix: null,
  };
}
