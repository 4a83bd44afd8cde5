import { hostsOf } from "./compare-context";
import { mentions, type ParsedText, type Term } from "./parsed-text";

/** A place where something is called normal or abnormal, and what it is said of. */
export interface Normal {
  readonly parsed: ParsedText;
  readonly first: number;
  readonly last: number;
  readonly hosts: readonly Term[];
  readonly side: string | null;
}

/** The places where a text calls something normal, or abnormal. */
export function normals(parsed: ParsedText, kind: "normal" | "abnormal"): Normal[] {
  return mentions(parsed, kind)
    .filter(({ first }) => !speaksOfOther(parsed, first))
    .filter(({ first }) => parsed.negated[first] !== 1 && !/^(?:of|than)$/.test(beforeArticle(parsed, first)))
    .map(({ first, last }) => {
      const hosts = hostsOf(parsed, first, last, 3).filter(
        (term) => term.class !== "finding" || term.first < first,
      );
      const sentence = parsed.sentences[parsed.sentenceOf[first] ?? 0];
      const subject =
        hosts.length > 0
          ? hosts
          : parsed.terms.filter(
              (term) =>
                term.class !== "finding" &&
                term.weight >= 0.3 &&
                term.last < first &&
                first - term.last <= 5 &&
                term.first >= (sentence?.first ?? 0),
            );
      return { parsed, first, last, hosts: subject.slice(-2), side: sideNear(parsed, first) };
    });
}

/** "The contralateral ossicles are normal" */
function speaksOfOther(parsed: ParsedText, at: number): boolean {
  const sentence = parsed.sentences[parsed.sentenceOf[at] ?? 0];
  return parsed.tokens
    .slice(sentence?.first ?? 0, (sentence?.last ?? 0) + 1)
    .some(({ lower }) => /^(?:contralateral|opposite|remaining|other|rest|otherwise|fellow)$/.test(lower));
}

/** Places of one group that differ: what is said of the upper moiety is not said of the lower. */
export function differentPlaces(one: ParsedText, first: number, other: ParsedText, at: number): boolean {
  const near = (parsed: ParsedText, index: number) =>
    mentions(parsed, "level").filter(
      (mention) =>
        parsed.sentenceOf[mention.first] === parsed.sentenceOf[index] &&
        Math.abs((parsed.boundary[mention.first] ?? 0) - (parsed.boundary[index] ?? 0)) < 0.4,
    );
  const [a, b] = [near(one, first), near(other, at)];
  return a.some((x) => {
    const alike = b.filter((y) => y.group === x.group);
    return alike.length > 0 && alike.every((y) => y.value !== x.value);
  });
}

/** "Replacement of the normal marrow", "more than normal": nothing is called normal there. */
function beforeArticle(parsed: ParsedText, first: number): string {
  const word = parsed.tokens[first - 1]?.lower ?? "";
  return /^(?:the|its|an?)$/.test(word) ? (parsed.tokens[first - 2]?.lower ?? "") : word;
}

/** The one side named in the clause of a token; null for none or several. */
export function sideNear(parsed: ParsedText, at: number): string | null {
  const near = mentions(parsed, "side").filter(
    ({ first }) =>
      parsed.sentenceOf[first] === parsed.sentenceOf[at] &&
      Math.abs((parsed.boundary[first] ?? 0) - (parsed.boundary[at] ?? 0)) < 0.4,
  );
  return near.length === 1 ? (near[0]?.value ?? null) : null;
}
