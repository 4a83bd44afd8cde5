import { wordStem } from "@/lib/core/text/word-forms";

/** Words that say nothing about what a text is about. */
const empty = new Set(
  (
    "a an and are as at be been but by can could did do does for from had has have he her his if in into is it its may " +
    "might more most must no nor not of on or our she should so some such than that the their them then there these " +
    "they this those to under up was we were when where which while who will with within without would you your"
  ).split(" "),
);

const token = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|[\p{L}\p{N}]+/gu;
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const stems = new Map<string, string>();

export interface Term {
  /** What is compared: one spelling, no ending. */
  readonly stem: string;
  /** The word as it stood, in lower case. */
  readonly word: string;
}

const ascii = /^[\0-\x7f]*$/;
const asciiToken = /[a-z0-9]+/g;

/** The stems of `termsOf`, in their order, without the words. */
export function stemsOf(text: string): string[] {
  if (!ascii.test(text)) return termsOf(text).map(({ stem }) => stem);
  const found: string[] = [];
  for (const word of text.toLowerCase().match(asciiToken) ?? [])
    if (!empty.has(word) && (word.length > 1 || /\d/.test(word))) found.push(stemOf(word));
  return found;
}

/** What a text can be found by: stems of its words, pairs of characters where words are not spaced. Empty words are left out. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [found] of text.normalize("NFKC").toLowerCase().matchAll(token))
    if (cjk.test(found)) for (const word of pairs(found)) terms.push({ stem: word, word });
    else if (!empty.has(found) && (found.length > 1 || /\d/.test(found)))
      terms.push({ stem: stemOf(found), word: found });
  return terms;
}

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const stem = /^[a-z]+$/.test(plain) ? wordStem(plain) : plain;
  if (stems.size < 200_000) stems.set(word, stem);
  return stem;
}

function pairs(run: string): readonly string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, at) => `${character}${characters[at + 1] ?? ""}`);
}
