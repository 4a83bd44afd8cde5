import type { Lexicon } from "./language-pack";
import { isNotPictured, isSparedBy, parted, relativeBefore, saysOnly, saysWhereNot } from "./negation-cues";
import type { ParsedSentence, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

const sentenceEnd = 2;
/** Whether a token is a verb that can make a clause. */
export const isVerb = ({ words }: Lexicon, token: Token | undefined): boolean =>
  token !== undefined && words.clauses.finite.has(token.lower);

/** How far apart tokens are: a running sum of the strengths of commas, conjunctions and sentence ends. */
export function boundaries(
  lexicon: Lexicon,
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
): Float64Array {
  const sum = new Float64Array(tokens.length + 1);
  const starts = new Set(sentences.map(({ first }) => first));
  let total = 0;
  tokens.forEach((token, index) => {
    if (index > 0 && starts.has(index)) total += sentenceEnd;
    const heads = token.lower === ":" && isHeading(tokens, index, starts);
    total += token.glued ? 0 : heads ? 0.2 : (lexicon.boundaries.get(token.lower) ?? 0);
    if (lexicon.words.clauses.and.has(token.lower) && newClause(lexicon, tokens, index)) total += 0.5;
    sum[index] = total;
  });
  sum[tokens.length] = total;
  return sum;
}

/** "Right lobe: ..." names what the rest of its sentence is about. */
function isHeading(tokens: readonly Token[], index: number, starts: ReadonlySet<number>): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 6); at -= 1) {
    if (/^[,;.]$/.test(tokens[at]?.lower ?? "")) return false;
    if (starts.has(at)) return true;
  }
  return false;
}

/** Whether the words behind an "and" or comma make a clause of their own: they have a verb before the next boundary. */
export function newClause(lexicon: Lexicon, tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < Math.min(tokens.length, index + 14); at += 1) {
    const token = tokens[at];
    if (!token || /^[;,.]$/.test(token.lower) || lexicon.words.clauses.and.has(token.lower)) return false;
    if (isVerb(lexicon, token)) return at > index + 1;
  }
  return false;
}

/** "No ulcer, sinus tract or abscess is present": an "or" before the verb goes on with the list. */
function isListed(lexicon: Lexicon, tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.lower !== ",") return false;
  for (let at = index + 1; at < Math.min(tokens.length, index + 9); at += 1) {
    const token = tokens[at];
    if (!token || /^[;.]$/.test(token.lower) || isVerb(lexicon, token)) return false;
    if (lexicon.words.clauses.or.has(token.lower)) return true;
  }
  return false;
}

/** ", bladder activity being urinary": a clause of its own. */
function isAside({ words }: Lexicon, tokens: readonly Token[], index: number): boolean {
  for (let at = index + 2; at < Math.min(tokens.length, index + 6); at += 1) {
    const word = tokens[at]?.lower ?? ".";
    if (words.clauses.asides.has(word)) return true;
    if (!/^\p{L}/u.test(word)) return false;
  }
  return false;
}

/** Marks the tokens that stand under a negation. */
export function findNegated(
  lexicon: Lexicon,
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  sentenceOf: Int32Array,
  values: ReadonlyMap<string, readonly ValueMention[]>,
): Uint8Array {
  const { clauses, denials } = lexicon.words;
  const negated = new Uint8Array(tokens.length);
  const after = [...(values.get("negAfter") ?? []), ...parted(lexicon, tokens, values)];
  for (const cue of after) {
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (saysWhereNot(lexicon, tokens, cue, values) || isNotPictured(tokens, cue)) continue;
    if (
      !sentence ||
      (denials.bothWays.has(tokens[cue.first]?.lower ?? "") && goesForward(lexicon, tokens, cue))
    )
      continue;
    for (let at = cue.first - 1; at >= sentence.first; at -= 1) {
      const token = tokens[at];
      const aside = token?.lower === "," ? relativeBefore(lexicon, tokens, sentence.first, at) : at;
      if (aside < at) {
        at = aside;
        continue;
      }
      if (!token || /^[;:]$/.test(token.lower) || denials.stopsBackward.has(token.lower)) break;
      if (denials.deny.has(token.lower) && at < cue.first - 1) break;
      if (clauses.and.has(token.lower) && verbBetween(lexicon, tokens, at + 1, cue.first - 1)) break;
      if (
        clauses.andOrComma.has(token.lower) &&
        deniesBetween(lexicon, tokens, clauseStart(lexicon, tokens, sentence.first, at), at)
      )
        break;
      if (
        token.lower === "," &&
        !tokens.slice(at + 1, cue.first).some(({ lower }) => clauses.listed.has(lower))
      )
        break;
      if (
        clauses.andOrComma.has(token.lower) &&
        verbBetween(lexicon, tokens, clauseStart(lexicon, tokens, sentence.first, at), at)
      )
        break;
      negated[at] = 1 - (negated[at] ?? 0);
    }
  }
  tokens.forEach(({ lower, glued }, at) => {
    if (glued && denials.free.has(lower)) negated[at - 1] = 1;
  });
  for (const { value, first, last } of values.get("extent") ?? [])
    if (value === "undisplaced") negated.fill(1, first, last + 1);
  const isCue = new Uint8Array(tokens.length);
  for (const { first } of values.get("negBefore") ?? []) isCue[first] = 1;
  const opensOther = new Uint8Array(tokens.length);
  for (const kind of ["normal", "number", "countWord"])
    for (const { first } of values.get(kind) ?? []) opensOther[first] = 1;
  for (const { first } of values.get("hedge") ?? []) opensOther[first] = 1;
  for (const cue of values.get("negBefore") ?? []) {
    const next = tokens[cue.last + 1]?.lower ?? ".";
    if ((cue.first === 0 || denials.none.has(tokens[cue.last]?.lower ?? "")) && /^[,.;:!]$/.test(next))
      continue;
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (
      !sentence ||
      isNotPictured(tokens, cue) ||
      saysOnly(lexicon, tokens, cue) ||
      isSparedBy(lexicon, tokens, cue)
    )
      continue;
    if (
      after.some((other) => other.first <= cue.last && other.last >= cue.first) &&
      !goesForward(lexicon, tokens, cue)
    )
      continue;
    if (
      denials.notOrNo.has(tokens[cue.first]?.lower ?? "") &&
      denials.only.has(tokens[cue.last + 1]?.lower ?? "")
    )
      continue;
    if (
      denials.not.has(tokens[cue.last]?.lower ?? "") &&
      denials.those.has(tokens[cue.last + 1]?.lower ?? "") &&
      clauses.of.has(tokens[cue.last + 2]?.lower ?? "")
    )
      continue;
    markForward(lexicon, tokens, sentence, cue, negated, isCue, opensOther);
  }
  return negated;
}

function goesForward({ words }: Lexicon, tokens: readonly Token[], cue: ValueMention): boolean {
  const next = tokens[cue.last + 1];
  return next !== undefined && /^\p{L}/u.test(next.lower) && !words.denials.notForward.has(next.lower);
}

function verbBetween(lexicon: Lexicon, tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(lexicon, tokens[at])) return true;
  return false;
}

const deniesBetween = ({ words }: Lexicon, tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lower }) => words.denials.deny.has(lower));

/** Where the clause of a token begins: behind the last "but", "while" or semicolon. */
function clauseStart({ words }: Lexicon, tokens: readonly Token[], first: number, at: number): number {
  let start = at;
  while (start > first && !words.clauses.openers.has(tokens[start - 1]?.lower ?? "")) start -= 1;
  return start;
}

function markForward(
  lexicon: Lexicon,
  tokens: readonly Token[],
  sentence: ParsedSentence,
  cue: ValueMention,
  negated: Uint8Array,
  isCue: Uint8Array,
  opensOther: Uint8Array,
): void {
  const { clauses, denials } = lexicon.words;
  const first = tokens[cue.first]?.lower ?? "";
  const single = denials.prefixes.has(first) && (tokens[cue.last + 1]?.glued ?? false);
  const limit = single ? cue.last + 1 : sentence.last;
  const leads = cue.first === sentence.first && denials.without.has(first);
  const inverted = denials.nor.has(first) && denials.auxiliaries.has(tokens[cue.last + 1]?.lower ?? "");
  for (let at = cue.last + 1; at <= limit; at += 1) {
    const token = tokens[at];
    if (inverted && token && !/^[;:.]$/.test(token.lower)) {
      negated[at] = 1;
      continue;
    }
    if (leads && at > cue.last + 1 && clauses.articles.has(token?.lower ?? "")) break;
    if (!token || /^[;:.]$/.test(token.lower) || (denials.stopsForward.has(token.lower) && at > cue.last + 1))
      break;
    if (
      !leads &&
      clauses.andOrComma.has(token.lower) &&
      ((newClause(lexicon, tokens, at) && !isListed(lexicon, tokens, at)) ||
        (token.lower === "," &&
          (opensOther[at + 1] === 1 ||
            denials.opensAnew.has(tokens[at + 1]?.lower ?? "") ||
            lexicon.patterns.doing.test(tokens[at + 1]?.lower ?? "") ||
            isAside(lexicon, tokens, at))))
    )
      break;
    if (at > cue.last + 1 && isCue[at] === 1) break;
    if (clauses.and.has(token.lower) && isVerb(lexicon, tokens[at + 1])) break;
    const subject = denials.subjects.has(first);
    if (at > cue.last + 1 && !subject && isVerb(lexicon, token) && !denials.beSeen.has(token.lower)) break;
    if (
      at > cue.last + 1 &&
      denials.be.has(token.lower) &&
      !(denials.no.has(first) && lexicon.patterns.done.test(tokens[at + 1]?.lower ?? "")) &&
      !denials.pairs.has(first) &&
      !denials.found.has(tokens[at + 1]?.lower ?? "")
    )
      break;
    negated[at] = 1 - (negated[at] ?? 0);
  }
}
