import { splitSentences } from "@/lib/core/text/split-sentences";
import type { PassageSpan } from "@/lib/reading/types";
import type { DraftingPassage } from "../types";

/** An entry of a differential or a diagnosis: its name without list marks and explanation, and where it stands. */
export interface ListItem extends PassageSpan {
  readonly text: string;
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
        { passageId: passage.id, start: from, end: from + name.length, text: name.replace(/\s+/g, " ") },
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
export function sameName(a: string, b: string): boolean {
  const [left, right] = [` ${bare(a)} `, ` ${bare(b)} `];
  return left === right || left.includes(right) || right.includes(left);
}
