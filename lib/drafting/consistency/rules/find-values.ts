import type { Lexicon, ValueMeaning, Wording, WordingTable } from "./language-pack";
import type { ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

const nothing: readonly never[] = [];

/** Every wording of a table that stands at a token, longest first. */
export function wordingsAt<T>(
  table: WordingTable<T>,
  tokens: readonly Token[],
  index: number,
  key: "form" | "stem",
): readonly Wording<T>[] {
  const entry = table.get(tokens[index]?.[key] ?? "");
  if (!entry) return nothing;
  const longer = entry.longer.size === 0 ? undefined : entry.longer.get(tokens[index + 1]?.[key] ?? "");
  if (!longer) return entry.alone;
  const found = longer.filter(({ keys }) => stands(keys, tokens, index, key));
  return found.length === 0 ? entry.alone : [...found, ...entry.alone];
}

function stands(
  keys: readonly string[],
  tokens: readonly Token[],
  index: number,
  key: "form" | "stem",
): boolean {
  for (let at = 2; at < keys.length; at += 1) if (tokens[index + at]?.[key] !== keys[at]) return false;
  return true;
}

/** The longest wording of a table that stands at a token. */
export function wordingAt<T>(
  table: WordingTable<T>,
  tokens: readonly Token[],
  index: number,
  key: "form" | "stem",
): Wording<T> | null {
  const entry = table.get(tokens[index]?.[key] ?? "");
  if (!entry) return null;
  const longer = entry.longer.size === 0 ? undefined : entry.longer.get(tokens[index + 1]?.[key] ?? "");
  return longer?.find(({ keys }) => stands(keys, tokens, index, key)) ?? entry.alone[0] ?? null;
}

/** Kinds whose wordings give way to a longer wording of these kinds around them: "no" in "no change". */
const givesWayTo: Readonly<Record<string, readonly string[]>> = {
  negBefore: [
    "change",
    "negAfter",
    "hedge",
    "sequence",
    "normal",
    "comparator",
    "extent",
    "negBefore",
    "signal",
    "severity",
  ],
  negAfter: ["negAfter", "negBefore", "hedge", "change"],
  abnormal: ["abnormal", "normal", "negBefore"],
  normal: ["normal", "change", "negBefore", "sequence", "signal", "level"],
  hedge: ["hedge", "negBefore", "negAfter"],
  side: ["notSide", "side", "level"],
  level: ["multiplicity", "level", "notLevel", "plane", "sequence", "modality"],
  severity: ["severity", "extent", "change", "modality", "sequence", "level", "term", "countWord"],
  extent: ["extent", "change", "severity", "level"],
  change: ["change", "level"],
  plane: ["plane", "notPlane"],
  sequence: ["sequence", "modality", "signal"],
  modality: ["modality"],
  signal: ["signal"],
  signalChannel: ["signalChannel", "signal", "sequence"],
  signalDirection: ["signalDirection", "signal", "severity", "level"],
  markerShape: ["markerShape"],
  markerStyle: ["severity"],
  multiplicity: ["multiplicity", "level"],
  number: ["duration", "comparator", "countWord", "number", "change"],
  ordinal: [],
  countWord: ["multiplicity", "countWord", "duration", "signal", "level", "severity"],
  acuity: ["acuity"],
  ageGroup: ["ageGroup"],
  duration: ["duration"],
  comparator: ["comparator"],
  sex: [],
};

/** Kinds of which all wordings at a word count, not the longest alone. */
const canRepeat: ReadonlySet<string> = new Set(["level", "hedge", "sex"]);

/** A longer wording of the same kind, or group of sequences, stands at the same word. */
function isRepeated(wordings: readonly Wording<ValueMeaning>[], at: number): boolean {
  const means = wordings[at]?.means;
  for (let before = 0; before < at; before += 1) {
    const other = wordings[before]?.means;
    if (other && other.kind === means?.kind && (other.kind !== "sequence" || other.group === means.group))
      return true;
  }
  return false;
}

/** All wordings of the language pack in a text, by kind; of two of rival kinds the longer one stays. */
export function findValues(lexicon: Lexicon, tokens: readonly Token[]): Map<string, ValueMention[]> {
  const all: ValueMention[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const wordings = wordingsAt<ValueMeaning>(lexicon.values, tokens, index, "form");
    for (let at = 0; at < wordings.length; at += 1) {
      const { means, keys } = wordings[at] as Wording<ValueMeaning>;
      if (at > 0 && !canRepeat.has(means.kind) && isRepeated(wordings, at)) continue;
      const { kind, group, value } = means;
      all.push({ kind, group, value, first: index, last: index + keys.length - 1 });
    }
  }
  const byKind = new Map<string, ValueMention[]>();
  for (let index = 0; index < all.length; index += 1) {
    if (isCovered(index, all)) continue;
    const mention = all[index] as ValueMention;
    const list = byKind.get(mention.kind);
    if (list) list.push(mention);
    else byKind.set(mention.kind, [mention]);
  }
  return byKind;
}

const longestWording = 8;

function isCovered(index: number, all: readonly ValueMention[]): boolean {
  const mention = all[index];
  const rivals = mention && givesWayTo[mention.kind];
  if (!mention || !rivals || rivals.length === 0) return false;
  for (let at = index; at >= 0; at -= 1) {
    const other = all[at];
    if (!other || mention.first - other.first > longestWording) break;
    if (isWider(other, mention) && rivals.includes(other.kind)) return true;
  }
  for (let at = index + 1; at < all.length; at += 1) {
    const other = all[at];
    if (!other || other.first > mention.first) break;
    if (isWider(other, mention) && rivals.includes(other.kind)) return true;
  }
  return false;
}

const isWider = (one: ValueMention, other: ValueMention): boolean =>
  one.last - one.first > other.last - other.first && one.first <= other.first && one.last >= other.first;
