import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chunkText, longestChunk, wordCount } from "./chunk-text";

const words = (count: number, word = "word") => Array.from({ length: count }, () => word).join(" ");

describe("chunkText", () => {
  test("cuts at headings and keeps those above each chunk", () => {
    const text =
      "Preface.\n# Liver\nIntro.\n## Cysts ##\nThin wall.\n\nNo septa.\n## Tumours\nRim.\n# Kidney\nBorder.";
    expect(chunkText(text)).toEqual([
      { heading: "", text: "Preface." },
      { heading: "Liver", text: "Intro." },
      { heading: "Liver / Cysts", text: "Thin wall.\n\nNo septa." },
      { heading: "Liver / Tumours", text: "Rim." },
      { heading: "Kidney", text: "Border." },
    ]);
  });

  test("a heading inside fenced code, or without a space, is text; one with nothing below stays findable", () => {
    expect(chunkText("```\n# no heading\n```\n#hash")).toEqual([
      { heading: "", text: "```\n# no heading\n```\n#hash" },
    ]);
    expect(chunkText("# A\n## Alone\n# B\ntext")).toEqual([
      { heading: "A", text: "Alone" },
      { heading: "B", text: "text" },
    ]);
    expect(chunkText("# A\n## B\n### End")).toEqual([{ heading: "A / B", text: "End" }]);
  });

  test("fills chunks by paragraphs, then sentences, then words", () => {
    const paragraphs = chunkText(`${words(200)}\n\n${words(50)}\n\n${words(100)}`);
    expect(paragraphs.map(({ text }) => wordCount(text))).toEqual([250, 100]);
    const sentences = chunkText(
      Array.from({ length: 4 }, () => `${words(99).replace("word", "Word")} end.`).join(" "),
    );
    expect(sentences.map(({ text }) => wordCount(text))).toEqual([200, 200]);
    expect(chunkText(words(600)).map(({ text }) => wordCount(text))).toEqual([260, 260, 80]);
    expect(chunkText("字".repeat(1000)).every(({ text }) => wordCount(text) <= longestChunk)).toBe(true);
  });

  test("loses no word, repeats none, and keeps the limit, whatever the text", () => {
    const token = fc.constantFrom(
      "liver",
      "a.",
      "B!",
      "\n",
      "\n\n",
      "\n# Head\n",
      "\n## Sub\n",
      "\n```\n",
      "肝囊肿",
      "\t",
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 700 }), (tokens) => {
        const text = tokens.join(" ");
        const chunks = chunkText(text);
        const bare = (value: string) => value.replace(/[\s#]/g, "");
        const bodies = bare(chunks.map((chunk) => chunk.text).join(""));
        for (const chunk of chunks) expect(wordCount(chunk.text)).toBeLessThanOrEqual(longestChunk);
        const count = (of: string, what: string) => of.split(what).length - 1;
        expect(count(bodies, "liver")).toBe(count(withoutHeadings(text), "liver"));
        expect(count(bodies, "肝囊肿")).toBe(count(withoutHeadings(text), "肝囊肿"));
      }),
      { numRuns: 300 },
    );
  });
});

/** The text without its heading lines, fences observed; the generator's headings hold no counted word before a break. */
function withoutHeadings(text: string): string {
  let fenced = false;
  return text
    .split("\n")
    .filter((line) => {
      if (/^\s{0,3}```/.test(line)) fenced = !fenced;
      return fenced || !/^ {0,3}#{1,6}[ \t]/.test(line);
    })
    .join("\n");
}
