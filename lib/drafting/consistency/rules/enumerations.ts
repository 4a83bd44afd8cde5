import type { CheckCase } from "./check-case";
import { type Claim, contextOf } from "./compare-context";
import { type Count, isPlural } from "./counts";
import { mentions, type ParsedText, phraseOf, type Term, type ValueMention } from "./parsed-text";

/**
 * What a text counts by naming it one by one: "T7, T9 and L1" are three vertebrae, "ribs 8 to 10" three ribs, "the second
 * and third metatarsals" two, "the affected regions are the insula and the thalamus" two regions.
 */
export function enumerations(texts: CheckCase, parsed: ParsedText): Claim<Count>[] {
  const claim: Make = (number, hosts, first, last) => ({
    value: { number, open: false, hosts, explicit: true, ordinal: false, ofThem: false },
    parsed,
    first,
    last,
    context: contextOf(texts, parsed, first, last),
  });
  const claims = [
    ...vertebrae(parsed, claim),
    ...numberedRows(parsed, claim),
    ...ordinalRows(parsed, claim),
    ...namedRows(parsed, claim),
  ];
  return claims.filter(
    (one) => !claims.some((other) => other !== one && other.first === one.first && other.last > one.last),
  );
}

type Make = (number: number, hosts: readonly Term[], first: number, last: number) => Claim<Count>;

const partNamed = (id: string, first: number, last: number): Term => ({
  id,
  class: "anatomy",
  wider: null,
  parts: [],
  first,
  last,
  weight: 1,
});

/** Runs of mentions joined by commas, "and" or "or". */
function runsOf(parsed: ParsedText, found: readonly ValueMention[]): ValueMention[][] {
  const runs: ValueMention[][] = [];
  for (const one of found) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const between = before ? parsed.tokens.slice(before.last + 1, one.first).map(({ lower }) => lower) : [];
    if (
      run &&
      between.length > 0 &&
      between.length <= 3 &&
      between.every((word) => /^(?:,|and|or|the)$/.test(word))
    )
      run.push(one);
    else runs.push([one]);
  }
  return runs.filter((run) => run.length > 1);
}

function vertebrae(parsed: ParsedText, claim: Make): Claim<Count>[] {
  const places = mentions(parsed, "level").filter(
    ({ group, value }) => group === "vertebra" && !value.includes("-"),
  );
  return runsOf(parsed, places).flatMap((run) => {
    const [first, last] = [run[0]?.first ?? 0, run.at(-1)?.last ?? 0];
    return [
      claim(run.length, [partNamed("vertebra", first, last), ...pluralBefore(parsed, first)], first, last),
    ];
  });
}

/** "Deformities of T12 and L3": what stands once at each of them. */
function pluralBefore(parsed: ParsedText, first: number): Term[] {
  if (!/^(?:of|at|in)$/.test(parsed.tokens[first - 1]?.lower ?? "")) return [];
  const head = phraseOf(parsed, first - 2)?.terms.at(-1);
  return head && head.last === first - 2 && isPlural(parsed, head) ? [head] : [];
}

function numberedRows(parsed: ParsedText, claim: Make): Claim<Count>[] {
  return parsed.tokens.flatMap(({ form }, at) => {
    const [from, to] = [parsed.tokens[at + 1]?.number, parsed.tokens[at + 3]?.number];
    return form === "rib" &&
      typeof from === "number" &&
      typeof to === "number" &&
      to > from &&
      /^(?:to|through|-|–)$/.test(parsed.tokens[at + 2]?.lower ?? "")
      ? [claim(to - from + 1, [partNamed("rib", at, at + 3)], at, at + 3)]
      : [];
  });
}

/** "The second, third and fourth metatarsal necks" */
function ordinalRows(parsed: ParsedText, claim: Make): Claim<Count>[] {
  return runsOf(parsed, mentions(parsed, "ordinal")).flatMap((run) => {
    const [first, last] = [run[0]?.first ?? 0, run.at(-1)?.last ?? 0];
    const named = (phraseOf(parsed, last)?.terms ?? []).filter((term) => term.first > last);
    const part = named.find((term) => term.class === "anatomy");
    const isMany = named.some((term) => isPlural(parsed, term));
    return part && isMany
      ? [claim(run.length, [part, ...pluralBefore(parsed, articleBefore(parsed, first))], first, last)]
      : [];
  });
}

const articleBefore = (parsed: ParsedText, at: number): number =>
  parsed.tokens[at - 1]?.lower === "the" ? at - 1 : at;

/** "The affected regions are the insula, the lentiform nucleus and M2" */
function namedRows(parsed: ParsedText, claim: Make): Claim<Count>[] {
  return parsed.phrases.flatMap((phrase, index) => {
    const head = phrase.terms.at(-1);
    if (!head || head.last !== phrase.last || !isPlural(parsed, head)) return [];
    if (!/^(?:are|were|:)$/.test(parsed.tokens[phrase.last + 1]?.lower ?? "")) return [];
    const sentence = parsed.sentences[parsed.sentenceOf[phrase.first] ?? 0];
    if (!sentence) return [];
    const row = parsed.phrases.slice(index + 1).filter(({ last }) => last <= sentence.last);
    const [first] = row;
    const end = row.at(-1);
    if (!first || !end || row.length < 2) return [];
    const between = parsed.tokens
      .slice(phrase.last + 2, sentence.last + 1)
      .filter((_token, at) => (parsed.phraseAt[phrase.last + 2 + at] ?? -1) < 0)
      .map(({ lower }) => lower);
    const isList =
      between.every((word) => /^(?:,|and|the|an?|\.)$/.test(word)) &&
      between.filter((word) => word === "and").length === 1 &&
      between.filter((word) => word === "," || word === "and").length >= row.length - 1 &&
      row.every(({ terms }) => terms.length > 0 && terms.every((term) => term.class !== "finding"));
    return isList ? [claim(row.length, phrase.terms, first.first, end.last)] : [];
  });
}
