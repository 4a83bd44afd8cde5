import type { ValueMention } from "./parsed-text";
import type { Token } from "./split-words";

const roman: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
};
const spineEnd: Readonly<Record<string, number>> = { c: 8, t: 12, l: 5, s: 5, d: 12 };
const vertebra = /^([ctlsd])(\d{1,2})$/;
const notVertebra =
  /^(?:weighted|w|signal|hyperintense|hypointense|hyperintensity|hypointensity|image|images|imaging|sequence|bright|dark|flair|fat|map|shortening|prolongation|relaxation|scan|axial|and|isointense|shine|high|low|n\d?|post|contrast|mri|tse|fs|stir|\/)$/;
const spineWords: Readonly<Record<string, string>> = {
  cervical: "c",
  thoracic: "t",
  dorsal: "t",
  lumbar: "l",
  sacral: "s",
};
const numbered =
  /^(?:rib|metacarpal|metatarsal|toe|finger|ray|digit|interspace|molar|ventricle|mtp|metacarpophalangeal|cranial|interosseous|costochondral)$/;
const graded =
  /^(?:grade|stage|rads|birads|pirads|lirads|tirads|fazekas|category|class|aspects|type|gleason|schatzker|salter|harris|garden|weber|fisher|bosniak|modic|lawrence|apfelberg|stanford|debakey|deauville|figo|arco|hinchey|bado|outerbridge|icrs|stener|lichtman|herring|pfirrmann|child|nyha|asia|dukes|ann|arbor|goutallier|sarmiento|frykman|neer|lauge|hansen|danis|steinberg|ficat|wells|marshall|balthazar|ctsi|tanner|mayo|tici|mtici|timi|kellgren|meyers|mason|rockwood|bethesda|nottingham|clark|breslow|wagner|rutherford|fontaine|crowe|perthes|catterall|lund|keros|meary|koos|kadish|borrmann|siewert|spetzler|wfns|rutherfurd|paprosky|vancouver)$/;

/** Numbered places (vertebrae, segments, ribs, clock positions, teeth) and numbered grades. */
export function findLevels(
  tokens: readonly Token[],
  values: ReadonlyMap<string, readonly ValueMention[]>,
): ValueMention[] {
  const found: ValueMention[] = [];
  const add: Add = (group, value, first, last) => found.push({ kind: "level", group, value, first, last });
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !mayOpen(token)) continue;
    const last = isStaged(tokens, at) ? null : spineLevel(tokens, at);
    if (last) {
      add("vertebra", last.value, at, last.last);
      at = last.last;
    } else if (/^segments?$/.test(token.lower)) at = Math.max(at, segments(tokens, at, add));
    else if (graded.test(token.lower)) {
      const next = /^(?:score|grade|of|group|category|stage)$/.test(tokens[at + 1]?.lower ?? "")
        ? at + 2
        : at + 1;
      const grade = isArticle(tokens, next) ? null : gradeOf(tokens[next]);
      if (grade) {
        add(
          token.lower === "type"
            ? "type"
            : `grade ${/^(?:grade|stage|category|class)$/.test(token.lower) ? "" : token.lower}`,
          grade,
          at,
          next,
        );
        at = next;
      }
    } else if (staging.test(token.lower) || isStaged(tokens, at))
      add("grade t", token.lower.replace(/^[cpy]+/, ""), at, at);
    else if (token.form === "level" && /^[ivx]+[ab]?$/.test(tokens[at + 1]?.lower ?? ""))
      add("node level", gradeOf(tokens[at + 1]) ?? "", at, at + 1);
    else if (token.lower === "tooth" && tokens[at + 1]?.number)
      add("tooth number", String(tokens[at + 1]?.number), at, at + 1);
    else if (
      token.number !== null &&
      /^o$/.test(tokens[at + 1]?.lower ?? "") &&
      /clock/.test(
        tokens
          .slice(at + 1, at + 5)
          .map(({ lower }) => lower)
          .join(""),
      )
    )
      clockAt(tokens, at, at + (tokens[at + 2]?.lower === "clock" ? 2 : 3), add);
    else if (token.number !== null && token.lower !== "" && tokens[at + 1]?.lower === "oclock")
      clockAt(tokens, at, at + 1, add);
  }
  for (const { value, first, last } of values.get("ordinal") ?? []) {
    const next = tokens[last + 1];
    const region = spineWords[next?.lower ?? ""];
    if (region && /^(?:vertebra|vertebral|body|segment|level|nerve)$/.test(tokens[last + 2]?.form ?? ""))
      add("vertebra", `${region}${value}`, first, last + 2);
    else if (next && numbered.test(next.form)) add(`number of ${next.form}`, value, first, last + 1);
    else if (
      next &&
      /^(?:left|right|anterior|posterior|lateral|medial|proximal|distal)$/.test(next.lower) &&
      numbered.test(tokens[last + 2]?.form ?? "")
    )
      add(`number of ${tokens[last + 2]?.form}`, value, first, last + 2);
  }
  return found;
}

const staging = /^(?:[cpy]{0,2}t[0-4][a-d]|[cpy]{1,2}t[0-4])$/;
const openers = new Map<string, boolean>();

/** Whether a word can begin a numbered place or grade; the same for a word wherever it stands. */
function mayOpen({ lower, form, number }: Token): boolean {
  if (number !== null) return true;
  let known = openers.get(lower);
  if (known === undefined) {
    known =
      vertebra.test(lower) ||
      staging.test(lower) ||
      graded.test(lower) ||
      /^(?:segments?|tooth|t[0-4])$/.test(lower) ||
      form === "level";
    if (openers.size < 50_000) openers.set(lower, known);
  }
  return known;
}

type Add = (group: string, value: string, first: number, last: number) => void;

/** "4 o'clock", "from 7 to 12 o'clock": both ends of a range, read clockwise. */
function clockAt(tokens: readonly Token[], at: number, last: number, add: Add): void {
  const to = String(tokens[at]?.number);
  const isGlued = tokens[at]?.glued === true;
  const start = tokens[isGlued ? at - 1 : at - 2];
  const joined = isGlued || /^(?:to|and|through|until|till|[-–])$/.test(tokens[at - 1]?.lower ?? "");
  if (!joined || !start || start.number === null) add("clock", to, at, last);
  else add("clock", `${start.number}-${to}`, tokens.indexOf(start), last);
}

/** "Stage T2" */
const isStaged = (tokens: readonly Token[], at: number): boolean =>
  /^t[0-4]$/.test(tokens[at]?.lower ?? "") && /^(?:stage|staged|tumou?r)$/.test(tokens[at - 1]?.lower ?? "");

function spineLevel(tokens: readonly Token[], at: number): { value: string; last: number } | null {
  const token = tokens[at];
  const match = token?.lower.match(vertebra);
  const [, region = "", digits = ""] = match ?? [];
  if (!match || Number(digits) < 1 || Number(digits) > (spineEnd[region] ?? 0)) return null;
  const next = tokens[at + 1];
  const nextMatch = next?.lower.match(vertebra);
  const second = next?.glued
    ? nextMatch
      ? next.lower
      : next.number !== null
        ? `${region}${next.lower}`
        : null
    : null;
  if (second) return { value: `${region}${digits}-${second}`.replaceAll("d", "t"), last: at + 1 };
  if (/^t[12]$/.test(token?.lower ?? "") && !isVertebra(tokens, at)) return null;
  if (
    notVertebra.test(next?.lower ?? "") &&
    (next?.glued || /^t[1-4]$/.test(token?.lower ?? "")) &&
    next?.lower !== "and"
  )
    return null;
  return { value: `${region}${digits}`.replace("d", "t"), last: at };
}

function isVertebra(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[at + 1]?.form ?? "";
  return (
    /^(?:vertebra|vertebral|body|level|spinous|root|nerve|dermatome|compression|pedicle|endplate|lamina)$/.test(
      after,
    ) ||
    (/^(?:to|through|and|or|,)$/.test(before) && vertebra.test(tokens[at - 2]?.lower ?? "")) ||
    (/^(?:to|through)$/.test(after) && vertebra.test(tokens[at + 2]?.lower ?? "")) ||
    (/^(?:at|level|vertebra|body)$/.test(before) && !notVertebra.test(tokens[at + 1]?.lower ?? ""))
  );
}

/** Segments of liver or lung: "segment IVb", "segments 5 and 8". */
function segments(tokens: readonly Token[], at: number, add: Add): number {
  let last = at;
  for (let next = at + 1; next < at + 8; next += 1) {
    const token = tokens[next];
    const value = token && segmentOf(token);
    if (value) {
      add("segment", value, last === at ? at : next, next);
      last = next;
    } else if (!token || !/^(?:and|,|or|to|of|the|liver|hepatic|couinaud)$/.test(token.lower)) break;
  }
  return last;
}

function segmentOf(token: Token): string | null {
  if (token.number !== null)
    return Number.isInteger(token.number) && token.number <= 10 ? String(token.number) : null;
  const match = token.lower.match(/^(viii|vii|vi|iv|ix|v|iii|ii|i|x)([ab])?$/);
  return match ? `${roman[match[1] ?? ""]}${match[2] ?? ""}` : null;
}

/** "The second type a reader knows": an article, not grade A. */
const isArticle = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.lower === "a" && /^\p{L}{2}|^\d/u.test(tokens[at + 1]?.lower ?? "");

function gradeOf(token: Token | undefined): string | null {
  if (!token) return null;
  if (token.number !== null) return token.lower;
  const match = token.lower.match(/^(viii|vii|vi|iv|v|iii|ii|i)([abc])?(?:\d\w?)?$/);
  if (match) return `${roman[match[1] ?? ""]}${match[2] ?? ""}`;
  return /^[abc]$/.test(token.lower) ? token.lower : null;
}
