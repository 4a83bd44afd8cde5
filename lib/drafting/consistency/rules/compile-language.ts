import type {
  LanguagePack,
  Lexicon,
  TermClass,
  TermMeaning,
  Unit,
  ValueMeaning,
  Wording,
  WordingTable,
} from "./language-pack";
import { splitWords } from "./split-words";

interface Row {
  readonly value: string;
  readonly wordings: readonly string[];
  readonly wider: string | null;
}

function rowsOf(list: string): Row[] {
  return list
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const cut = line.indexOf(":");
      const [wordings = "", wider] = line.slice(cut + 1).split("^");
      return {
        value: line.slice(0, cut).trim(),
        wordings: wordings
          .split("|")
          .map((wording) => wording.trim())
          .filter((wording) => wording !== ""),
        wider: wider?.trim() ?? null,
      };
    });
}

interface OpenWordings<T> {
  readonly alone: Wording<T>[];
  readonly longer: Map<string, Wording<T>[]>;
}

class TableBuilder<T> {
  readonly #table = new Map<string, OpenWordings<T>>();

  constructor(readonly key: "form" | "stem") {}

  add(wording: string, means: T): void {
    const keys = splitWords(wording).map((token) => token[this.key]);
    const [first, second] = keys;
    if (first === undefined) return;
    const entry: OpenWordings<T> = this.#table.get(first) ?? { alone: [], longer: new Map() };
    this.#table.set(first, entry);
    if (second === undefined) entry.alone.push({ keys, means });
    else {
      const list = entry.longer.get(second);
      if (list) list.push({ keys, means });
      else entry.longer.set(second, [{ keys, means }]);
    }
  }

  done(): WordingTable<T> {
    for (const { longer } of this.#table.values())
      for (const list of longer.values()) list.sort((a, b) => b.keys.length - a.keys.length);
    return this.#table;
  }
}

function compileValues(pack: LanguagePack): WordingTable<ValueMeaning> {
  const table = new TableBuilder<ValueMeaning>("form");
  const add = (kind: string, list: string, fixedGroup?: string) => {
    for (const { value, wordings } of rowsOf(list)) {
      const [group, rest] = value.includes("=") ? (value.split("=") as [string, string]) : ["", value];
      for (const wording of wordings) table.add(wording, { kind, group: fixedGroup ?? group, value: rest });
    }
  };
  for (const [kind, list] of Object.entries(pack.values)) add(kind, list);
  for (const [group, list] of Object.entries(pack.levels)) add("level", list, group);
  for (const wording of pack.notLevel.split("|"))
    table.add(wording.trim(), { kind: "notLevel", group: "", value: "x" });
  for (const wording of pack.figureNames.split("|"))
    table.add(wording.trim(), { kind: "figureName", group: "", value: wording.trim() });
  return table.done();
}

function compileTerms(pack: LanguagePack): Pick<Lexicon, "terms" | "exactTerms"> {
  const exactTerms = new Map<string, TermMeaning | null>();
  const table = new TableBuilder<TermMeaning>("stem");
  const add = (list: string, termClass: TermClass) => {
    for (const { value, wordings, wider } of rowsOf(list)) {
      const means = { id: value, class: termClass, wider };
      for (const wording of [value, ...wordings]) {
        table.add(wording, means);
        const [word, ...more] = splitWords(wording);
        if (word && more.length === 0 && !exactTerms.has(word.form)) exactTerms.set(word.form, means);
      }
    }
  };
  add(pack.findings, "finding");
  add(pack.anatomy, "anatomy");
  for (const word of pack.notTerms.split(" ")) exactTerms.set(word, null);
  return { terms: table.done(), exactTerms };
}

function compileOutside(pack: LanguagePack): WordingTable<string> {
  const table = new TableBuilder<string>("form");
  for (const { value, wordings } of rowsOf(pack.outsideImage))
    for (const wording of wordings) table.add(wording, value);
  return table.done();
}

/** The id that a wording has among the terms of a text. */
function idOf(terms: WordingTable<TermMeaning>, wording: string): string {
  const keys = splitWords(wording).map(({ stem }) => stem);
  const [first = "", second] = keys;
  const entry = terms.get(first);
  const list = second === undefined ? entry?.alone : entry?.longer.get(second);
  const found = list?.find(
    (one) => one.keys.length === keys.length && one.keys.every((key, at) => key === keys[at]),
  );
  return found?.means.id ?? keys.join(" ");
}

function compileRelated(pack: LanguagePack, terms: WordingTable<TermMeaning>): Map<string, Set<string>> {
  const related = new Map<string, Set<string>>();
  for (const { value, wordings } of rowsOf(pack.related)) {
    const id = idOf(terms, value);
    const parts = related.get(id) ?? new Set<string>();
    for (const wording of wordings) parts.add(idOf(terms, wording));
    parts.delete(id);
    related.set(id, parts);
  }
  return related;
}

function setsOf<K extends string>(lists: Readonly<Record<K, string>>): Record<K, ReadonlySet<string>> {
  const sets: Partial<Record<K, ReadonlySet<string>>> = {};
  for (const name in lists) sets[name] = new Set(lists[name].split(" "));
  return sets as Record<K, ReadonlySet<string>>;
}

const compiled = new WeakMap<LanguagePack, Lexicon>();

/** Makes a language pack ready for look-up; once per pack. */
export function compileLanguage(pack: LanguagePack): Lexicon {
  const known = compiled.get(pack);
  if (known) return known;
  const units = new Map<string, Unit>();
  for (const { quantity, factor, names } of pack.units)
    for (const name of names.split("|").map((one) => one.trim()))
      units.set(
        splitWords(name)
          .map(({ form }) => form)
          .join(" "),
        { quantity, factor, name },
      );
  const { terms, exactTerms } = compileTerms(pack);
  const lexicon: Lexicon = {
    pack,
    abbreviations: new Map(
      Object.entries(pack.abbreviations).map(([short, long]) => [short, long.split(" ")]),
    ),
    values: compileValues(pack),
    terms,
    exactTerms,
    outside: compileOutside(pack),
    related: compileRelated(pack, terms),
    units,
    stopForms: new Set(pack.stopWords.split(" ").flatMap((word) => splitWords(word).map(({ form }) => form))),
    reportingForms: new Set(
      pack.reportingWords.split(" ").flatMap((word) => splitWords(word).map(({ form }) => form)),
    ),
    verbs: new Set(pack.verbs.split(" ")),
    prepositions: new Set(pack.prepositions.split(" ")),
    articles: new Set(pack.articles.split(" ")),
    dimensions: new Set(pack.dimensions.split(" ")),
    boundaries: new Map(Object.entries(pack.boundaries)),
    words: {
      clauses: setsOf(pack.words.clauses),
      denials: setsOf(pack.words.denials),
      doubts: setsOf(pack.words.doubts),
    },
    patterns: pack.patterns,
  };
  compiled.set(pack, lexicon);
  return lexicon;
}
