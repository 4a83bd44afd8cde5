import { normalisedEditDistance } from "@/lib/core/text/edit-distance";
import { splitSentences } from "@/lib/core/text/split-sentences";
import type { PassageSpan } from "@/lib/reading/types";
import type { DraftingPassage } from "../types/drafts";

/** An entry of a differential or a diagnosis: its name without list marks and explanation, and where it stands. */
export interface ListItem extends PassageSpan {
  readonly text: string;
  /** The name with its explanation. */
  readonly entry: string;
}

/** The entries of a passage that is a list: one per line, bullet or semicolon, else the whole as one. */
export function listItems(passage: DraftingPassage): ListItem[] {
  return splitSentences(passage.text)
    .flatMap(({ start, text }) =>
      pieces(text).map((piece) => ({ start: start + piece.start, text: piece.text })),
    )
    .flatMap(({ start, text }): ListItem[] => {
      const marker = text.match(/^(?:[-–•*·▪]+\s*|\(?(?:\d{1,2}|[a-z])[.)]\s+)+/i)?.[0] ?? "";
      const name = (text.slice(marker.length).split(/:\s|\s[-–]\s|\n/, 1)[0] ?? "").replace(/[\s.;,:]+$/, "");
      if (!/\p{L}{2,}/u.test(name) || name.length > 160) return [];
      const from = start + marker.length;
      return [
        {
          passageId: passage.id,
          start: from,
          end: from + name.length,
          text: name.replace(/\s+/g, " "),
          entry: text,
        },
      ];
    })
    .filter((item, index, all) => all.findIndex((other) => sameName(other.text, item.text)) === index);
}

function pieces(text: string): { start: number; text: string }[] {
  const separator = text.includes(";") ? /[^;]+/g : /[^\n]+/g;
  return [...text.matchAll(separator)].map((match) => {
    const trimmed = match[0].trim();
    return { start: match.index + match[0].indexOf(trimmed), text: trimmed };
  });
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Two names of one disease by their words: equal, or one inside the other. */
function sameName(a: string, b: string): boolean {
  const [left, right] = [` ${bare(a)} `, ` ${bare(b)} `];
  return left === right || left.includes(right) || right.includes(left);
}

const general = new Set(
  "cancer carcinoma disease syndrome tumor tumour lesion lesions chronic benign malignant primary secondary infection lateral ventricle fracture injury disorder".split(
    " ",
  ),
);
const tellingWords = ({ entry }: ListItem) =>
  (entry.toLowerCase().match(/\p{L}{5,}/gu) ?? []).filter((word) => !general.has(word));

/** Two entries share a telling word, also a misspelt one: they may mean one disease, so neither is a wrong answer to the other. */
export function mayBeTheSame(a: ListItem, b: ListItem): boolean {
  const others = tellingWords(b);
  return (
    sameName(a.text, b.text) ||
    tellingWords(a).some((word) => others.some((other) => normalisedEditDistance(word, other) < 0.2))
  );
}
