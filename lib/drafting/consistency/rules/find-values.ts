import type { Lexicon, ValueMeaning, WordingTable } from "./language-pack";
import type { ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

const nothing: readonly never[] = [];

/** Every wording of a table that stands at a token, longest first. */
export function wordingsAt<T>(
  table: WordingTable<T>,
  tokens: readonly Token[],
  index: number,
  key: "form" | "stem",
): readonly { means: T; length: number }[] {
  const list = table.get(tokens[index]?.[key] ?? "");
  if (!list) return nothing;
  const found: { means: T; length: number }[] = [];
  for (const { keys, means } of list) {
    let fits = true;
    for (let at = 1; at < keys.length && fits; at += 1) fits = tokens[index + at]?.[key] === keys[at];
    if (fits) found.push({ means, length: keys.length });
  }
  return found;
}

/** The longest wording of a table that stands at a token. */
export function wordingAt<T>(
  table: WordingTable<T>,
  tokens: readonly Token[],
  index: number,
  key: "form" | "stem",
): { means: T; length: number } | null {
  for (const { keys, means } of table.get(tokens[index]?.[key] ?? "") ?? nothing) {
    let at = 1;
    while (at < keys.length && tokens[index + at]?.[key] === keys[at]) at += 1;
    if (at >= keys.length) return { means, length: keys.length };
  }
  return null;
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
  negAfter: ["negAfter", "hedge"],
  normal: ["normal", "change", "negBefore", "sequence", "signal", "level"],
  hedge: ["hedge", "negBefore", "negAfter"],
  side: ["notSide", "side", "level"],
  level: ["level", "notLevel", "plane", "sequence", "modality"],
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
  number: ["duration", "comparator", "countWord", "number", "change"],
  ordinal: [],
  countWord: ["countWord", "duration", "signal", "level", "severity"],
  acuity: ["acuity"],
  ageGroup: ["ageGroup"],
  duration: ["duration"],
  comparator: ["comparator"],
  sex: [],
};

/** All wordings of the language pack in a text, by kind; of two of rival kinds the longer one stays. */
export function findValues(lexicon: Lexicon, tokens: readonly Token[]): Map<string, ValueMention[]> {
  const all: ValueMention[] = [];
  tokens.forEach((_token, index) => {
    const seen = new Set<string>();
    for (const { means, length } of wordingsAt<ValueMeaning>(lexicon.values, tokens, index, "form")) {
      const family =
        means.kind === "level" || means.kind === "sequence" ? `${means.kind}${means.group}` : means.kind;
      if (seen.has(family) && means.kind !== "level" && means.kind !== "hedge" && means.kind !== "sex")
        continue;
      seen.add(family);
      all.push({ ...means, first: index, last: index + length - 1 });
    }
  });
  const kept = all.filter((_mention, index) => !isCovered(index, all));
  const byKind = new Map<string, ValueMention[]>();
  for (const mention of kept) {
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
  const covers = (other: ValueMention) =>
    other.last - other.first > mention.last - mention.first &&
    other.first <= mention.first &&
    other.last >= mention.first &&
    rivals.includes(other.kind);
  for (let at = index; at >= 0; at -= 1) {
    const other = all[at];
    if (!other || mention.first - other.first > longestWording) break;
    if (covers(other)) return true;
  }
  for (let at = index + 1; at < all.length; at += 1) {
    const other = all[at];
    if (!other || other.first > mention.first) break;
    if (covers(other)) return true;
  }
  return false;
}
