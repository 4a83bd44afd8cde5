import { isNotPictured, isSparedBy, parted, relativeBefore, saysOnly, saysWhereNot } from "./negation-cues";
import type { ParsedSentence, ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

const strengths: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ";": 1.2,
    ":": 0.8,
    "—": 0.8,
    "–": 0.5,
    ",": 0.4,
    "(": 0.15,
    ")": 0.15,
    while: 1.2,
    whereas: 1.2,
    whilst: 1.2,
    but: 1.2,
    however: 1.2,
    although: 1.2,
    though: 1.2,
    except: 1.2,
    than: 0.7,
    which: 0.25,
    that: 0.25,
    and: 0.35,
    or: 0.15,
    with: 0.15,
    plus: 0.35,
    versus: 0.35,
    unlike: 1,
  }),
);
const sentenceEnd = 2;
const finite =
  /^(?:is|are|was|were|has|have|had|shows?|showed|demonstrates?|reveals?|revealed|measures?|measured|appears?|appeared|lies|contains?|remains?|extends?|enhances?|arises?|may|might|could|can|involves?|compresses|displaces?|seen|does|do|did|suggests?|represents?|indicates?|fills?|lines?|occupies|projects|reaches|erodes?|marks?|points?|makes?|made|argues?|supports?|speaks?|raises?|excludes?|favou?rs?|leads?|causes?|allows?|means|implies|confirms?|proves?|produces?|requires?|should|accompan(?:y|ies|ied)|adjoins?|abuts?|invades?|encases?|crosses|overlies|underlies|precedes|narrows|obscures?|harbou?rs?|bears|sits|persists?|persisted|exceeds?|mimics|surrounds?|spreads|looks|looked|seems|seemed|becomes|became|stays|stayed|keeps|kept|holds|held|carries|receives|touches|protrudes|communicates|continues|retains|loses|lost|tapers|deviates|grew|shrank|fell|rose|went|came|lay|ran|began|leans|yields|exhibits?|displays?|depicts|discloses|provides|retained|feeds|supplies|connects|penetrates|traverses|breaches|infiltrates|stops)$/;

export const isVerb = (token: Token | undefined): boolean => token !== undefined && finite.test(token.lower);

/** How far apart tokens are: a running sum of the strengths of commas, conjunctions and sentence ends. */
export function boundaries(tokens: readonly Token[], sentences: readonly ParsedSentence[]): Float64Array {
  const sum = new Float64Array(tokens.length + 1);
  const starts = new Set(sentences.map(({ first }) => first));
  let total = 0;
  tokens.forEach((token, index) => {
    if (index > 0 && starts.has(index)) total += sentenceEnd;
    const heads = token.lower === ":" && isHeading(tokens, index, starts);
    total += token.glued ? 0 : heads ? 0.2 : (strengths.get(token.lower) ?? 0);
    if (token.lower === "and" && newClause(tokens, index)) total += 0.5;
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
export function newClause(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < Math.min(tokens.length, index + 14); at += 1) {
    const token = tokens[at];
    if (!token || /^[;,.]$/.test(token.lower) || token.lower === "and") return false;
    if (isVerb(token)) return at > index + 1;
  }
  return false;
}

/** "No ulcer, sinus tract or abscess is present": an "or" before the verb goes on with the list. */
function isListed(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.lower !== ",") return false;
  for (let at = index + 1; at < Math.min(tokens.length, index + 9); at += 1) {
    const token = tokens[at];
    if (!token || /^[;.]$/.test(token.lower) || isVerb(token)) return false;
    if (/^n?or$/.test(token.lower)) return true;
  }
  return false;
}

/** ", bladder activity being urinary": a clause of its own. */
function isAside(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 2; at < Math.min(tokens.length, index + 6); at += 1) {
    const word = tokens[at]?.lower ?? ".";
    if (/^(?:being|having)$/.test(word)) return true;
    if (!/^\p{L}/u.test(word)) return false;
  }
  return false;
}

/** Marks the tokens that stand under a negation. */
export function findNegated(
  tokens: readonly Token[],
  sentences: readonly ParsedSentence[],
  sentenceOf: Int32Array,
  values: ReadonlyMap<string, readonly ValueMention[]>,
): Uint8Array {
  const negated = new Uint8Array(tokens.length);
  const after = [...(values.get("negAfter") ?? []), ...parted(tokens, values)];
  for (const cue of after) {
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (saysWhereNot(tokens, cue, values) || isNotPictured(tokens, cue)) continue;
    if (!sentence || (bothWays.test(tokens[cue.first]?.lower ?? "") && goesForward(tokens, cue))) continue;
    for (let at = cue.first - 1; at >= sentence.first; at -= 1) {
      const token = tokens[at];
      const aside = token?.lower === "," ? relativeBefore(tokens, sentence.first, at) : at;
      if (aside < at) {
        at = aside;
        continue;
      }
      if (!token || /^[;:]$/.test(token.lower) || stopsBackward.test(token.lower)) break;
      if (/^(?:not|no|without|never)$/.test(token.lower) && at < cue.first - 1) break;
      if (token.lower === "and" && verbBetween(tokens, at + 1, cue.first - 1)) break;
      if (
        /^(?:and|,)$/.test(token.lower) &&
        deniesBetween(tokens, clauseStart(tokens, sentence.first, at), at)
      )
        break;
      if (
        token.lower === "," &&
        !tokens.slice(at + 1, cue.first).some(({ lower }) => /^(?:and|n?or)$/.test(lower))
      )
        break;
      if (/^(?:and|,)$/.test(token.lower) && verbBetween(tokens, clauseStart(tokens, sentence.first, at), at))
        break;
      negated[at] = 1 - (negated[at] ?? 0);
    }
  }
  tokens.forEach(({ lower, glued }, at) => {
    if (lower === "free" && glued) negated[at - 1] = 1;
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
    if ((cue.first === 0 || tokens[cue.last]?.lower === "none") && /^[,.;:!]$/.test(next)) continue;
    const sentence = sentences[sentenceOf[cue.first] ?? 0];
    if (!sentence || isNotPictured(tokens, cue) || saysOnly(tokens, cue) || isSparedBy(tokens, cue)) continue;
    if (
      after.some((other) => other.first <= cue.last && other.last >= cue.first) &&
      !goesForward(tokens, cue)
    )
      continue;
    if (
      /^(?:not|no)$/.test(tokens[cue.first]?.lower ?? "") &&
      /^(?:only|just|surprisingly)$/.test(tokens[cue.last + 1]?.lower ?? "")
    )
      continue;
    if (
      /^not$/.test(tokens[cue.last]?.lower ?? "") &&
      /^(?:that|those)$/.test(tokens[cue.last + 1]?.lower ?? "") &&
      tokens[cue.last + 2]?.lower === "of"
    )
      continue;
    markForward(tokens, sentence, cue, negated, isCue, opensOther);
  }
  return negated;
}

const bothWays = /^(?:absent|excluded|ruled|missing|lacking)$/;
const stopsBackward =
  /^(?:but|while|whereas|although|however|though|which|with|once|until|unless|provided|if|when|because|since|so|therefore|hence|thus)$/;
const stopsForward =
  /^(?:but|while|whereas|although|however|though|except|apart|which|besides|other|aside|because|since|despite|notwithstanding|given|as|once|when|until|unless|if|so)$/;

function goesForward(tokens: readonly Token[], cue: ValueMention): boolean {
  const next = tokens[cue.last + 1];
  return (
    next !== undefined &&
    /^\p{L}/u.test(next.lower) &&
    !/^(?:in|on|and|or|at|from|is|are|was|were|but|by|here|as|with|within)$/.test(next.lower)
  );
}

function verbBetween(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(tokens[at])) return true;
  return false;
}

const deniesBetween = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ lower }) => /^(?:not|no|without|never)$/.test(lower));

/** Where the clause of a token begins: behind the last "but", "while" or semicolon. */
function clauseStart(tokens: readonly Token[], first: number, at: number): number {
  let start = at;
  while (start > first && !/^(?:but|while|whereas|although|;|:)$/.test(tokens[start - 1]?.lower ?? ""))
    start -= 1;
  return start;
}

function markForward(
  tokens: readonly Token[],
  sentence: ParsedSentence,
  cue: ValueMention,
  negated: Uint8Array,
  isCue: Uint8Array,
  opensOther: Uint8Array,
): void {
  const first = tokens[cue.first]?.lower ?? "";
  const single = /^(?:non|un)$/.test(first) && (tokens[cue.last + 1]?.glued ?? false);
  const limit = single ? cue.last + 1 : sentence.last;
  const leads = cue.first === sentence.first && first === "without";
  const inverted =
    first === "nor" &&
    /^(?:is|are|was|were|does|do|did|has|have|had)$/.test(tokens[cue.last + 1]?.lower ?? "");
  for (let at = cue.last + 1; at <= limit; at += 1) {
    const token = tokens[at];
    if (inverted && token && !/^[;:.]$/.test(token.lower)) {
      negated[at] = 1;
      continue;
    }
    if (leads && at > cue.last + 1 && /^(?:an?|the)$/.test(token?.lower ?? "")) break;
    if (!token || /^[;:.]$/.test(token.lower) || (stopsForward.test(token.lower) && at > cue.last + 1)) break;
    if (
      !leads &&
      /^(?:and|,)$/.test(token.lower) &&
      ((newClause(tokens, at) && !isListed(tokens, at)) ||
        (token.lower === "," &&
          (opensOther[at + 1] === 1 ||
            /^(?:with|and|the|a|an|which|while|but|only|just|merely)$/.test(tokens[at + 1]?.lower ?? "") ||
            /[a-z]{3}ing$/.test(tokens[at + 1]?.lower ?? "") ||
            isAside(tokens, at))))
    )
      break;
    if (at > cue.last + 1 && isCue[at] === 1) break;
    if (token.lower === "and" && isVerb(tokens[at + 1])) break;
    const subject = /^(?:none|neither|nor|never|nothing|nobody)$/.test(first);
    if (at > cue.last + 1 && !subject && isVerb(token) && !/^(?:seen|is|are|was|were)$/.test(token.lower))
      break;
    if (
      at > cue.last + 1 &&
      /^(?:is|are|was|were)$/.test(token.lower) &&
      !(first === "no" && /e[dn]$/.test(tokens[at + 1]?.lower ?? "")) &&
      !/^(?:neither|nor|none)$/.test(first) &&
      !/^(?:seen|identified|present|noted|visible|detected|evident|found|observed|demonstrated|apparent|shown|visualized|there)$/.test(
        tokens[at + 1]?.lower ?? "",
      )
    )
      break;
    negated[at] = 1 - (negated[at] ?? 0);
  }
}
