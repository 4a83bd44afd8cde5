import { splitSentences } from "@/lib/core/text/split-sentences";
import type { TextChunk } from "../types";

/** Raised when the rule below cuts otherwise: stored documents are then cut again. */
export const chunkRule = 1;

/** Words of a chunk at most, about 350 tokens of a model. A Chinese character counts as a word. */
export const longestChunk = 260;

/** A longer line is text, whatever it begins with; characters. */
const longestHeading = 200;

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Words between white space; of a script without spaces, characters. */
export const wordCount = (text: string): number =>
  text.replace(cjk, " x ").trim().split(/\s+/).filter(Boolean).length;

/**
 * Cuts a text by its Markdown headings, and what stands under one by paragraphs, else sentences, else words, so that no
 * chunk is longer than `longestChunk`. Every word of the text stands in exactly one chunk or in the headings of some.
 */
export function chunkText(text: string): readonly TextChunk[] {
  return sections(text.replace(/\r\n?/g, "\n")).flatMap(({ heading, body }) =>
    packed(pieces(body)).map((part) => ({ heading, text: part })),
  );
}

interface Section {
  readonly heading: string;
  readonly body: string;
}

/** Headings count outside fenced code only. A heading with nothing under it keeps its words as a section of its own. */
function sections(text: string): readonly Section[] {
  const found: Section[] = [];
  const above: { readonly level: number; readonly words: string }[] = [];
  let lines: string[] = [];
  let fenced = false;
  let bare = false;
  const close = () => {
    const body = lines.join("\n").trim();
    const heading = above.map(({ words }) => words).join(" / ");
    if (body !== "") found.push({ heading, body });
    lines = [];
    return body !== "";
  };
  for (const line of text.split("\n")) {
    if (/^\s{0,3}(```|~~~)/.test(line)) fenced = !fenced;
    const match =
      fenced || line.length > longestHeading ? null : /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const level = match[1]?.length ?? 1;
    const filled = close();
    if (!filled && bare) leaveAlone(found, above, level);
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    if (match[2]) above.push({ level, words: match[2] });
    bare = Boolean(match[2]);
  }
  if (!close() && bare) leaveAlone(found, above, 0);
  return found;
}

/** A heading that nothing follows, neither text nor a heading below it, would be lost: it becomes text. */
function leaveAlone(
  found: Section[],
  above: readonly { readonly level: number; readonly words: string }[],
  nextLevel: number,
): void {
  const last = above.at(-1);
  if (!last || last.level < nextLevel) return;
  const heading = above
    .slice(0, -1)
    .map(({ words }) => words)
    .join(" / ");
  found.push({ heading, body: last.words });
}

/** Paragraphs; those that are too long as sentences; those as runs of words. */
function pieces(body: string): readonly { readonly text: string; readonly glue: string }[] {
  return body.split(/\n\s*\n/).flatMap((paragraph) => {
    const whole = paragraph.trim();
    if (whole === "") return [];
    if (wordCount(whole) <= longestChunk) return [{ text: whole, glue: "\n\n" }];
    return splitSentences(whole).flatMap((sentence, index) => {
      const glue = index === 0 ? "\n\n" : " ";
      if (wordCount(sentence.text) <= longestChunk) return [{ text: sentence.text, glue }];
      return wordRuns(sentence.text).map((run) => ({ text: run, glue }));
    });
  });
}

function wordRuns(text: string): readonly string[] {
  const runs: string[] = [];
  let run = "";
  let count = 0;
  for (const part of text.match(/\S+\s*/g) ?? [])
    for (const bit of wordCount(part) > longestChunk ? (part.match(/[\s\S]{1,200}/gu) ?? []) : [part]) {
      const more = wordCount(bit);
      if (count + more > longestChunk && run !== "") {
        runs.push(run.trim());
        run = "";
        count = 0;
      }
      run += bit;
      count += more;
    }
  if (run.trim() !== "") runs.push(run.trim());
  return runs;
}

/** As much as fits into each chunk, in order. */
function packed(parts: readonly { readonly text: string; readonly glue: string }[]): readonly string[] {
  const chunks: string[] = [];
  let chunk = "";
  let count = 0;
  for (const { text, glue } of parts) {
    const more = wordCount(text);
    if (chunk !== "" && count + more > longestChunk) {
      chunks.push(chunk);
      chunk = "";
      count = 0;
    }
    chunk = chunk === "" ? text : `${chunk}${glue}${text}`;
    count += more;
  }
  if (chunk !== "") chunks.push(chunk);
  return chunks;
}
