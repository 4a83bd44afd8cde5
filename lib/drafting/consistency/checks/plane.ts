import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { inCaseOf, inMetadata, inPassage, quote } from "../rules/conflict";
import { takenFor } from "../rules/other-image";
import { mentions, type ParsedText, spanOf, type ValueMention } from "../rules/parsed-text";
import { isInvented } from "../rules/strangeness";

const planeKey = Symbol("plane");

/** Planes that may be one: a frontal view is an anteroposterior one; "oblique" goes with any. */
const alike: readonly (readonly string[])[] = [
  ["axial", "short axis"],
  ["longitudinal", "sagittal", "long axis"],
  ["coronal", "frontal"],
  ["rao", "oblique"],
  ["lao", "oblique"],
  ["rpo", "oblique"],
  ["lpo", "oblique"],
  ["anterior view", "frontal"],
  ["posterior view", "frontal"],
  ["skyline", "axial"],
  ["waters", "frontal"],
  ["townes", "frontal"],
  ["mortise", "oblique"],
  ["mlo", "oblique"],
  ["mlo", "lateral"],
  ["ml", "lateral"],
  ["four chamber", "long axis"],
  ["two chamber", "long axis"],
  ["three chamber", "long axis"],
];
const alwaysPlane = new Set([
  "rao",
  "lao",
  "rpo",
  "lpo",
  "ml",
  "mlo",
  "cc",
  "short axis",
  "long axis",
  "four chamber",
  "two chamber",
  "three chamber",
  "mortise",
  "skyline",
  "frog-leg",
  "swimmer",
  "townes",
  "waters",
  "lordotic",
  "decubitus",
]);

/** Plane or projection: axial, coronal, sagittal, PA, lateral, ... */
export const plane: ConsistencyCheck = {
  id: "plane",
  label: "Plane",
  find(texts, earlier) {
    const own = texts.input.metadata?.plane?.trim().toLowerCase();
    const given = planes(texts.draft);
    if (given.length === 0) return [];
    const known = texts.ofSources(planeKey, (parsed) =>
      planes(parsed).map((mention) => ({ parsed, mention })),
    );
    if (!own && known.length === 0) return [];
    return given.flatMap((mention) => {
      if (isInOtherFlag(texts, mention, earlier) || isInStranger(texts, mention)) return [];
      const said = [...known.map((other) => other.mention.value), ...(own ? [own] : [])];
      const raw = quote(texts.draft, mention.first, mention.last).toLowerCase();
      const fits =
        said.some((value) => value === mention.value || meets(value, mention.value)) &&
        !otherProjection(raw, known);
      if (!fits) return [conflictOf(texts, mention, known, own)];
      const other = takenFor(
        texts,
        mention,
        known,
        (value) => value === mention.value || meets(value, mention.value),
      );
      const isOwn = own === mention.value;
      return other && !isOwn ? [conflictOf(texts, mention, [other], own)] : [];
    });
  },
};

/** "Axial CT" for a radiograph: the flag of the examination says it. */
const isInOtherFlag = (
  { draft }: CheckCase,
  { first, last }: ValueMention,
  earlier: readonly Conflict[],
): boolean => {
  const { start, end } = spanOf(draft, first - 2, last + 4);
  return earlier.some((flag) => flag.kind === "modality" && flag.start < end && flag.end > start);
};

/** In a sentence that nothing in the case speaks of. */
function isInStranger(texts: CheckCase, { first }: ValueMention): boolean {
  const sentence = texts.draft.sentences[texts.draft.sentenceOf[first] ?? 0];
  return sentence !== undefined && isInvented(texts, sentence.first, sentence.last);
}

/** PA against AP: both are frontal, but not the same. */
function otherProjection(
  raw: string,
  known: readonly { parsed: ParsedText; mention: ValueMention }[],
): boolean {
  const projection = (word: string) =>
    /^p|^postero/.test(word) ? "pa" : /^a(?:p|ntero)/.test(word) ? "ap" : null;
  const own = projection(raw);
  const others = known
    .map(({ parsed, mention }) => projection(quote(parsed, mention.first, mention.last).toLowerCase()))
    .filter((one) => one !== null);
  return own !== null && others.length > 0 && !others.includes(own) && /^(?:pa|ap|antero|postero)/.test(raw);
}

function meets(left: string, right: string): boolean {
  return alike.some((group) => group.includes(left) && group.includes(right));
}

/** A finding or part of the body there, outside the name of a phase or sequence, means that no image is spoken of. */
function stands(parsed: ParsedText, at: number): boolean {
  if (mentions(parsed, "sequence").some(({ first, last }) => first <= at && last >= at)) return false;
  return parsed.terms.some((term) => term.class === "finding" && term.first === at);
}

const viewWords =
  /^(?:view|projection|radiograph|film|image|scintigram|spot|angiogram|mammogram|plane|reformat|cxr|cephalogram)$/;

function planes(parsed: ParsedText): readonly ValueMention[] {
  const named = mentions(parsed, "plane");
  if (named.length === 0) return named;
  const examinations = mentions(parsed, "modality");
  const heads = [...mentions(parsed, "planeHead"), ...examinations];
  const isHead = (at: number) => heads.some((head) => head.first <= at && head.last >= at);
  const isView = (at: number) =>
    viewWords.test(parsed.tokens[at]?.form ?? "") ||
    examinations.some(
      (head) => head.value !== "CT" && head.value !== "MR" && head.first <= at && head.last >= at,
    );
  return named.filter(({ value, first, last }) => {
    if (alwaysPlane.has(value))
      return value !== "cc" || /^(?:CC|[Cc]ranio)/.test(parsed.text.slice(parsed.tokens[first]?.start ?? 0));
    const raw = parsed.text.slice(parsed.tokens[first]?.start ?? 0, parsed.tokens[last]?.end ?? 0);
    if (/^(?:ap|pa)$/i.test(raw) && !/^(?:AP|PA)$/.test(raw)) return false;
    const side =
      raw.toLowerCase() === "frontal" ||
      value === "oblique" ||
      value === "anterior view" ||
      value === "posterior view" ||
      value === "lateral";
    for (let at = last + 1; at <= last + 5; at += 1) {
      const token = parsed.tokens[at];
      if (!token || /^(?:[.;:()]|of|the|in|on|with|is|are|shows?|to|at)$/.test(token.lower)) return false;
      if (value.endsWith(" view")) return isView(at);
      if (side && token.lower === "skull" && viewWords.test(parsed.tokens[at + 1]?.form ?? "")) return true;
      if (side ? isView(at) : isHead(at)) return true;
      if (stands(parsed, at)) return false;
    }
    return false;
  });
}

function conflictOf(
  texts: CheckCase,
  mention: ValueMention,
  known: readonly { parsed: ParsedText; mention: ValueMention }[],
  own: string | undefined,
): Conflict {
  const span = spanOf(texts.draft, mention.first, mention.last);
  const word = quote(texts.draft, mention.first, mention.last);
  const [other] = known;
  const wanted = other ? quote(other.parsed, other.mention.first, other.mention.last) : (own ?? "");
  return {
    kind: "plane",
    ...span,
    message: other ? `Source says ${wanted}.` : `The image is ${own}.`,
    evidence: other ? inPassage(other.parsed, other.mention.first, other.mention.last) : inMetadata("plane"),
    exchange: null,
    fix: { ...span, replacement: inCaseOf(word, wanted) },
  };
}
