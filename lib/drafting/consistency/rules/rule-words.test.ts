import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folders = ["lib/drafting/consistency/rules", "lib/drafting/consistency/checks"];

/** Files that still hold words of English beside their rules: how many places. A figure here may fall, never rise. */
const stillWithWords: Readonly<Record<string, number>> = {
  "acronyms.ts": 1,
  "attribute-swap.ts": 3,
  "bearers.ts": 7,
  "bound-sides.ts": 2,
  "certainty.ts": 13,
  "compare-context.ts": 6,
  "count-claims.ts": 10,
  "count.ts": 13,
  "counts.ts": 2,
  "demographics.ts": 2,
  "denied-acts.ts": 5,
  "denied-heads.ts": 11,
  "denied-words.ts": 7,
  "enumerations.ts": 9,
  "find-levels.ts": 26,
  "find-numbers.ts": 14,
  "find-phrases.ts": 2,
  "find-states.ts": 10,
  "find-terms.ts": 1,
  "finding-sites.ts": 2,
  "laterality.ts": 3,
  "level.ts": 2,
  "marker-claims.ts": 17,
  "marker.ts": 1,
  "measure-claims.ts": 3,
  "measurement.ts": 2,
  "modality.ts": 1,
  "negation.ts": 8,
  "new-figures.ts": 1,
  "new-subjects.ts": 6,
  "number-roles.ts": 21,
  "opposed.ts": 6,
  "ordinal-times.ts": 3,
  "plane.ts": 8,
  "presence-claims.ts": 8,
  "presence-degree.ts": 2,
  "sequence.ts": 11,
  "severity.ts": 4,
  "side-agreement.ts": 2,
  "side-claims.ts": 3,
  "side-compared.ts": 7,
  "side-content.ts": 1,
  "side-directions.ts": 3,
  "signal-claims.ts": 10,
  "signal.ts": 1,
  "site-phrases.ts": 13,
  "split-words.ts": 1,
  "state-conflicts.ts": 6,
  "state-subjects.ts": 18,
  "state-words.ts": 2,
  "strangeness.ts": 5,
  "temporal.ts": 14,
  "timing.ts": 17,
  "unit.ts": 2,
};

/** Letters that a pattern asks for as they stand: without escapes, classes of characters and names of groups. */
const isWordy = (pattern: string): boolean =>
  /[a-z]{2}/.test(
    pattern
      .replace(/\\[pP]\{[^}]*\}/g, " ")
      .replace(/\\./g, " ")
      .replace(/\[[^\]]*\]/g, " ")
      .replace(/\(\?<\w+>/g, "("),
  );

const equality = new Set([ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken]);

/** `token.lower === "and"`: a word of a text held against one that is written out. */
const comparesWord = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  equality.has(node.operatorToken.kind) &&
  [
    [node.left, node.right],
    [node.right, node.left],
  ].some(
    ([text, literal]) =>
      text !== undefined &&
      literal !== undefined &&
      ts.isStringLiteral(literal) &&
      /^[a-z]{2,}$/.test(literal.text) &&
      /\b(?:lower|stem|word)\b|(?<!payload\.)\bform\b/.test(text.getText()),
  );

/** `"duct artery vein".split(" ")`: a list of words. */
const listsWords = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) && (node.text.match(/(?:^| )[a-z-]{2,}(?= |$)/g) ?? []).length >= 4;

/** The lines of a file that hold words of a language. */
function wordyLines(path: string, text: string): number[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    const isPattern =
      ts.isRegularExpressionLiteral(node) && isWordy(node.text.slice(1, node.text.lastIndexOf("/")));
    const isMessage = ts.isPropertyAssignment(node) && node.name.getText() === "message";
    if (isPattern || comparesWord(node) || listsWords(node))
      lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    if (!isMessage) ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => ({ file, lines: wordyLines(file, readFileSync(`${folder}/${file}`, "utf8")) })),
);

describe("words of a language in rules", () => {
  it("knows words from the structure around them", () => {
    const lines = (text: string) => wordyLines("a.ts", text).length;
    expect(lines("const a = /^(?:no|not)$/;")).toBe(1);
    expect(lines("const a = /ed$/;")).toBe(1);
    expect(lines("const a = /^[a-z]{2}\\p{Lu}\\d+$/u;")).toBe(0);
    expect(lines('const a = word === "and";')).toBe(1);
    expect(lines('const a = kind === "side";')).toBe(0);
    expect(lines('const a = "duct artery vein wall".split(" ");')).toBe(1);
    expect(lines('const a = { message: "Source says that this is so." };')).toBe(0);
  });

  it("stand in the language folder, but for the files named here", () => {
    const more = files.filter(({ file, lines }) => lines.length > (stillWithWords[file] ?? 0));
    expect(more).toEqual([]);
    const names = files.map(({ file }) => file);
    expect(Object.keys(stillWithWords).filter((file) => !names.includes(file))).toEqual([]);
  });
});
