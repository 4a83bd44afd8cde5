import { protectedTerms } from "./protected-terms";

/** What a protected word of an English text must come as in Chinese. */
const chinese: readonly (readonly [english: RegExp, words: RegExp, name: string])[] = [
  [/^left$/, /左/, "左"],
  [/^right$/, /右/, "右"],
  [/^bilateral$/, /双|两侧|两|左右|均/, "双侧"],
  [/^unilateral$/, /单侧|一侧|单/, "单侧"],
  [/^ipsilateral$/, /同侧/, "同侧"],
  [/^contralateral$/, /对侧/, "对侧"],
  [/^negation$/, /无|未|没|不|非|否|阴性|除外|缺|免/, "a negation such as 无 or 未"],
  [/^red$/, /红|赤/, "红"],
  [/^white$/, /白/, "白"],
  [/^black$/, /黑/, "黑"],
  [/^yellow$/, /黄/, "黄"],
  [/^blue$/, /蓝/, "蓝"],
  [/^green$/, /绿/, "绿"],
  [/^orange$/, /橙|橘/, "橙"],
  [/^purple$/, /紫/, "紫"],
  [/^pink$/, /粉/, "粉"],
  [/^gr[ea]y$/, /灰/, "灰"],
  [/^cyan$/, /青/, "青"],
  [/^magenta$/, /品红|洋红/, "品红"],
  [/^brown$/, /棕|褐/, "棕"],
];

const numberWord = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|single|double|triple)$/;
const isFigure = (term: string) => /\d/.test(term);
const figureOf = (term: string) => term.replace(/ (?:year|month|week|day|hour|degree)$/, "");
/** Chinese letters are letters too: figures and codes stand free of them only with a space between. */
const spaced = (text: string) =>
  text
    .replace(/(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])/gu, " ")
    .replace(/(?<=[\p{Script=Latin}\d%°])(?=\p{Script=Han})/gu, " ");

const missingFrom = (terms: readonly string[], among: readonly string[]) => {
  const left = [...among];
  return terms.filter((term) => {
    const at = left.indexOf(term);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/**
 * What a Chinese translation lost or added of the protected words of its English text: figures with their metric units,
 * codes, sides, negations and colours. One sentence for the first fault, null where all of them stand.
 */
export function translationFault(source: string, translated: string): string | null {
  const terms = protectedTerms(source);
  const figures = terms.filter(isFigure).map(figureOf);
  const given = protectedTerms(spaced(translated)).filter(isFigure).map(figureOf);
  const [lost] = missingFrom(figures, given);
  if (lost !== undefined) return `"${lost}" is missing.`;
  // Two may be written 2.
  const spoken = terms.filter((term) => numberWord.test(term)).length;
  const added = missingFrom(given, figures);
  if (added.length > spoken) return `"${added[0]}" is not in the text.`;
  for (const [english, words, name] of chinese)
    if (terms.some((term) => english.test(term)) && !words.test(translated)) return `${name} is missing.`;
  // 左右 behind a figure says "about".
  const sided = translated.replaceAll("左右", "");
  const both = terms.includes("bilateral") || (terms.includes("left") && terms.includes("right"));
  if (!both && !terms.includes("left") && sided.includes("左")) return "左 is not in the text.";
  if (!both && !terms.includes("right") && sided.includes("右")) return "右 is not in the text.";
  return null;
}
