import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Claim, contextOf, nearest } from "../rules/compare-context";
import { inMetadata, inPassage, quote } from "../rules/conflict";
import { type Named, takenFor } from "../rules/other-image";
import { parseText } from "../rules/parse-text";
import { mentions, type ParsedText, phraseOf, spanOf, type ValueMention } from "../rules/parsed-text";

const sequenceKey = Symbol("sequence");

/** Values of one group that go together. */
const together: readonly (readonly string[])[] = [
  ["DWI", "ADC"],
  ["LGE", "T1"],
  ["FLAIR", "T2"],
  ["MRCP", "T2"],
  ["STIR", "T2"],
  ["delayed", "LGE"],
  ["color", "gray"],
  ["color", "spectral"],
  ["color", "power"],
  ["venous", "nephrographic"],
  ["nephrographic", "delayed"],
  ["excretory", "delayed"],
  ["TOF", "T1"],
];
const oneWay = new Set(["FLAIR", "STIR", "LGE", "MRCP", "TOF", "SSFP"]);

/** MR sequence, contrast phase, window, Doppler mode, stain, patient position. */
export const sequence: ConsistencyCheck = {
  id: "sequence",
  label: "Sequence",
  find(texts, earlier) {
    const given = sequences(texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources(sequenceKey, (parsed) =>
      sequences(parsed).map((mention) => ({ parsed, mention })),
    );
    const own = metadataSequences(texts);
    return given.flatMap((mention): Conflict[] => {
      const same = known.filter((other) => other.mention.group === mention.group);
      const values = [
        ...same.map((other) => other.mention.value),
        ...own.filter(({ group }) => group === mention.group).map(({ value }) => value),
      ];
      if (mention.group === "contrast" && impliesContrast(texts, known) && !values.includes("pre"))
        return mention.value === "post" ? [] : [plainConflict(texts, mention)];
      if (values.length === 0 || isToldByWord(texts, mention) || isInOtherFlag(texts, mention, earlier))
        return [];
      const ofCaption = captionValues(texts, mention.group);
      const ownValues =
        ofCaption ?? own.filter(({ group }) => group === mention.group).map(({ value }) => value);
      const contradictsOwn =
        mention.group === "weight" &&
        ownValues.length > 0 &&
        (namesThisImage(texts.draft, mention.first) ||
          (ofCaption !== null && (phraseOf(texts.draft, mention.first)?.first ?? mention.first) === 0)) &&
        !ownValues.some((value) => goesWith(mention.value, value) || goesWith(value, mention.value));
      const isSaid = values.some((value) => goesWith(mention.value, value));
      const other =
        isSaid && !contradictsOwn && !ownValues.some((value) => goesWith(mention.value, value))
          ? takenFor(
              texts,
              mention,
              rivals(mention, known),
              (value) => goesWith(mention.value, value) || goesWith(value, mention.value),
            )
          : null;
      if (!contradictsOwn && isSaid && !other) return [];
      const span = spanOf(texts.draft, mention.first, mention.last);
      const claimOf = (parsed: ParsedText, value: ValueMention): Claim<ValueMention> => ({
        value,
        parsed,
        first: value.first,
        last: value.last,
        context: contextOf(texts, parsed, value.first, value.last),
      });
      const claims = (other ? [other] : same).map(({ parsed, mention: said }) => claimOf(parsed, said));
      const claim = claimOf(texts.draft, mention);
      const { conflict } = nearest(claim, claims, () => false);
      if (!conflict)
        return [
          {
            kind: "sequence",
            ...span,
            message: `The image is ${texts.input.metadata?.sequence}.`,
            evidence: inMetadata("sequence"),
            exchange: null,
            fix: null,
          },
        ];
      const { claim: named } = conflict;
      const wanted = quote(named.parsed, named.first, named.last);
      return [
        {
          kind: "sequence",
          ...span,
          message: `Source says ${wanted}.`,
          evidence: inPassage(named.parsed, named.first, named.last),
          exchange: { given: mention.value, wanted: named.value.value },
          fix: { ...span, replacement: wanted },
        },
      ];
    });
  },
};

const ofMovement = new Set(["cardiac", "respiration", "breath"]);

/** "In systole" where the source tells of a systolic motion, "in expiration" of an expiratory image. */
const isToldByWord = ({ draft, sources }: CheckCase, { group, first, last }: ValueMention): boolean => {
  const stem = draft.tokens[last]?.lower.replace(/^end/, "").slice(0, 6) ?? "";
  const words = [stem, draft.tokens[first]?.lower.slice(0, 6) ?? ""].filter((word) => word.length === 6);
  return (
    ofMovement.has(group) &&
    sources.some(({ tokens }) => tokens.some(({ lower }) => words.some((word) => lower.startsWith(word))))
  );
};

/** "FDG" in "FDG PET" where the source has another examination: the flag of the examination says it. */
const isInOtherFlag = (
  { draft }: CheckCase,
  { group, first, last }: ValueMention,
  earlier: readonly Conflict[],
): boolean => {
  const { start, end } = spanOf(draft, first, last + 1);
  return (
    group === "tracer" &&
    earlier.some((flag) => flag.kind === "modality" && flag.start <= end && flag.end >= start)
  );
};

/** What a mention can be taken for: its own group, and for an image without contrast the phases of one with. */
const rivals = (given: ValueMention, known: readonly Named[]): Named[] =>
  known.filter(
    ({ mention }) => mention.group === given.group || (given.value === "pre" && mention.group === "phase"),
  );

const heads =
  /^(?:phase|image|images|ct|imaging|mri|mr|scan|acquisition|series|portal|enhancement|window|and|or|study|angiography|t1|reformat|dominant|rim|hyperenhancement|blush)$/;

function sequences(parsed: ParsedText): ValueMention[] {
  return mentions(parsed, "sequence").filter(({ group, value, first, last }) => {
    const before = parsed.tokens.slice(Math.max(0, first - 2), first).map(({ lower }) => lower);
    if (before[0] === "with" && /^(?:and|or)$/.test(before[1] ?? "")) return false;
    if (value === "pre" && !isOfImage(parsed, first, last)) return false;
    if (group === "phase" && !isNamedPhase(parsed, first, last))
      return heads.test(parsed.tokens[last + 1]?.lower ?? "") &&
        !/^(?:and|or)$/.test(parsed.tokens[last + 1]?.lower ?? "")
        ? true
        : /phase/.test(parsed.tokens[last + 2]?.lower ?? "");
    if (group === "patientPosition")
      return /^(?:chest|abdominal|radiograph|film|pa|ap|posteroanterior|anteroposterior|x|view|image|position|frontal|lateral|ct|scan|plain|weight)$/.test(
        parsed.tokens[last + 1]?.lower ?? "",
      );
    if (group === "breath")
      return mentions(parsed, "planeHead").some((head) => head.first > last && head.first - last <= 4);
    if (value === "T1" || value === "T2") return first !== last || !isVertebra(parsed, first);
    if (value === "pre" && parsed.tokens[first]?.lower === "native")
      return heads.test(parsed.tokens[last + 1]?.lower ?? "");
    return true;
  });
}

/** "Arterial phase", not the "portal venous" of a vein. */
const isNamedPhase = (parsed: ParsedText, first: number, last: number): boolean =>
  parsed.tokens.slice(first, last + 1).some(({ lower }) => lower === "phase");

/** "Unenhanced CT" or "without contrast", not tissue that remains unenhanced. */
function isOfImage(parsed: ParsedText, first: number, last: number): boolean {
  if (/^(?:without|plain|ncct|pre|precontrast)$/.test(parsed.tokens[first]?.lower ?? "")) return true;
  return mentions(parsed, "planeHead").some((head) => head.first > first && head.first - last <= 4);
}

function isVertebra(parsed: ParsedText, at: number): boolean {
  return mentions(parsed, "level").some(
    ({ group, first, last }) => group === "vertebra" && first <= at && last >= at,
  );
}

/** A phase, an angiography, or a source that tells of enhancement means that contrast was given. */
function impliesContrast(texts: CheckCase, known: readonly { mention: ValueMention }[]): boolean {
  if (known.some(({ mention }) => mention.group === "phase" || mention.value === "post")) return true;
  return texts.sources.some(
    (source) =>
      source.terms.some(
        (term) =>
          term.id === "enhancement" &&
          source.negated[term.first] !== 1 &&
          !mentions(source, "sequence").some(({ first, last }) => first <= term.first && last >= term.first),
      ) ||
      mentions(source, "modality").some(({ first, last }) =>
        /^(?:cta|ctpa|.*(?:angio|veno|arterio|uro)gra\w+)$/i.test(
          quote(source, first, last).split(" ").at(-1) ?? "",
        ),
      ),
  );
}

function plainConflict(texts: CheckCase, { first, last }: ValueMention): Conflict {
  return {
    kind: "sequence",
    ...spanOf(texts.draft, first, last),
    message: "Source speaks of contrast.",
    evidence: { from: "nothing" },
    exchange: null,
    fix: null,
  };
}

/** "This sagittal T1-weighted image", "Axial T2-weighted image shows": the one that caption and metadata describe. */
function namesThisImage(draft: ParsedText, at: number): boolean {
  const first = phraseOf(draft, at)?.first ?? at;
  return draft.tokens[first - 1]?.lower === "this";
}

/** What the one caption says; a case has other images with other sequences. */
function captionValues(texts: CheckCase, group: string): string[] | null {
  const captions = texts.input.passages.filter(({ kind }) => kind === "caption");
  const [caption] = captions;
  if (!caption || captions.length !== 1) return null;
  const parsed = texts.sources.find(({ passageId }) => passageId === caption.id);
  const values = parsed ? sequences(parsed).filter((one) => one.group === group) : [];
  return values.length > 0 ? values.map(({ value }) => value) : null;
}

function goesWith(given: string, wanted: string): boolean {
  if (given === wanted) return true;
  return together.some(
    (pair) =>
      pair.includes(given) &&
      pair.includes(wanted) &&
      !(oneWay.has(given) && wanted !== "DWI" && given !== wanted),
  );
}

function metadataSequences(texts: CheckCase): { group: string; value: string }[] {
  const name = texts.input.metadata?.sequence;
  if (!name) return [];
  const parsed = parseText(texts.lexicon, name.replace(/_/g, " "), null);
  return mentions(parsed, "sequence").map(({ group, value }) => ({ group, value }));
}
