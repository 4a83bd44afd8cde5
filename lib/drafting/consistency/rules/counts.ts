import type { ParsedText, Term } from "./parsed-text";

/** How many of something a text names. */
export interface Count {
  /** At least this many; exactly when `open` is false. */
  readonly number: number;
  readonly open: boolean;
  readonly hosts: readonly Term[];
  readonly explicit: boolean;
  /** "Seven of them": what is counted was named before. */
  readonly ofThem: boolean;
  /** "the second attempt": compared with other ordinals only. */
  readonly ordinal: boolean;
}

/** The last word of a term is a plural: "lesions", not "pelvis". */
export const isPlural = (parsed: ParsedText, term: Term): boolean => {
  const token = parsed.tokens[term.last];
  return (
    token !== undefined &&
    /(?:s|i|ae)$/.test(token.lower) &&
    token.form !== token.lower &&
    !/(?:ss|us|is)$/.test(token.lower)
  );
};
