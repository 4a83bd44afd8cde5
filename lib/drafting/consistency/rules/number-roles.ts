import type { Lexicon, Unit } from "./language-pack";
import type { NumberRole, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

/** Words before a number that is a name. */
export const labelled =
  /^(?:segment|figure|fig|type|grade|stage|zone|tooth|panel|level|image|case|class|bi|pi|rads|birads|pirads|lirads|tirads|number|no|category|phase|factor|group|section|b|score|teeth|step|cranial|ct|t|slice)$/;

/** "Index of the segmental arteries is 0.74", "score 12": the figure is that of the name. */
function isSaidOf(tokens: readonly Token[], name: number, first: number): boolean {
  const between = tokens.slice(name + 1, first);
  if (between.every(({ lower }) => /^(?:of|was|is|:|=|at|to|\(|from|max|value|[<>~])$/.test(lower)))
    return true;
  if (!/^(?:is|was|of|at|:|=)$/.test(between.at(-1)?.lower ?? "")) return false;
  return between.every(({ lower, number }) => number === null && !/^[,;.)]$/.test(lower));
}

/** "Bone age of 10 years", "began at four years of age": an age, not that of the patient now. */
function isOtherAge(tokens: readonly Token[], first: number, last: number): boolean {
  const before = tokens.slice(Math.max(0, first - 4), first).map(({ lower }) => lower);
  const isKind = before.some((word) =>
    /^(?:bone|skeletal|gestational|menstrual|dental|fetal|conceptional|corrected)$/.test(word),
  );
  if (isKind && before.includes("age")) return true;
  const ofAge = tokens[last + 1]?.lower === "of" && tokens[last + 2]?.lower === "age";
  const leads = before.length < 2 || /^[.;]$/.test(before.at(-2) ?? "");
  return ofAge && !leads && /^(?:at|since|from|until|before|after|by|than)$/.test(before.at(-1) ?? "");
}

/** "Mitoses number nine", "the number of lesions was three" */
const isCounting = (tokens: readonly Token[], first: number): boolean => {
  if (/^(?:is|was|are|were|:)$/.test(tokens[first - 1]?.lower ?? "")) {
    const before = tokens.slice(Math.max(0, first - 7), first - 1).map(({ lower }) => lower);
    return before.some((word, at) => word === "number" && before[at + 1] === "of");
  }
  const noun = tokens[first - 2];
  return tokens[first - 1]?.lower === "number" && noun !== undefined && noun.form !== noun.lower;
};

/** What a number is of: a measure, a count, an age, a length of time, a name. */
export function roleOf(
  lexicon: Lexicon,
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
  first: number,
  last: number,
  lastFigure: number,
  unit: Unit | null,
): NumberRole {
  const word = (index: number) => tokens[index]?.lower ?? "";
  if (/^[x×]$/.test(word(first - 1)) || (tokens[first]?.glued && tokens[first - 1]?.number === 10))
    return "label";
  if (isOtherAge(tokens, first, last) && (unit === null || unit.quantity === "time")) return "duration";
  const sexBefore = (values.get("sex") ?? []).some(
    (sex) => sex.last === first - 2 && word(first - 1) === "of",
  );
  if (unit?.quantity === "time") {
    const old = word(last + 1) === "old" || (word(last + 1) === "of" && word(last + 2) === "age");
    const aged =
      /^aged?$/.test(word(first - 1)) ||
      (word(first - 2) === "age" && /^(?:of|was|is|:)$/.test(word(first - 1)));
    return old || aged || sexBefore ? "age" : "duration";
  }
  if (unit) return "measure";
  if (isCounting(tokens, first)) return "count";
  if (
    /^aged?$/.test(word(first - 1)) ||
    (word(first - 1) === "," &&
      tokens[first]?.number !== null &&
      /^(?:[,.;)(]|with|who|years?|presents?|presented)?$/.test(word(last + 1)) &&
      (values.get("sex") ?? []).some((sex) => sex.last === first - 2 || sex.first === last + 2))
  )
    return "age";
  const named = (values.get("figureName") ?? []).some(
    (name) => name.last < first && first - name.last <= 8 && isSaidOf(tokens, name.last, first),
  );
  if (named) return "measure";
  if (
    tokens[first]?.glued ||
    labelled.test(word(first - 1)) ||
    (/^['’:/.]$/.test(word(lastFigure + 1)) && /^o$|^\d/.test(word(lastFigure + 2)))
  )
    return "label";
  if (!Number.isInteger(tokens[first]?.number ?? 1)) return "plain";
  if (
    word(first - 1) === "of" &&
    /^(?:woman|man|boy|girl|patient|lady|child|cyclist|runner|worker|person|infant)$/.test(word(first - 2))
  )
    return "age";
  const following = word(lastFigure + 1);
  if (
    following === "of" ||
    (/^\p{L}{2,}/u.test(following) && !lexicon.stopForms.has(tokens[lastFigure + 1]?.form ?? ""))
  )
    return "count";
  return "plain";
}
