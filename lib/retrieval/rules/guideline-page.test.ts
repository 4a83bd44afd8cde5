import { describe, expect, test } from "vitest";
import { licenceNamed, readGuidelinePage } from "./guideline-page";

const place = { path: "liver/cysts.md", folder: "guides", licence: null };
const page = (content: string, more: Partial<typeof place> | { licence: string } = {}) =>
  readGuidelinePage(content, { ...place, ...more });

describe("readGuidelinePage", () => {
  test("takes front matter, and else path, first heading, folder and the licence beside it", () => {
    const content =
      '---\r\ntitle: "Liver: cysts"\nlicense: CC-BY-4.0\nurl: https://example.org/a\ntags:\n  - liver\n---\nWords.\n';
    expect(page(content)).toEqual({
      id: "liver/cysts.md",
      title: "Liver: cysts",
      source: "guides",
      licence: "CC-BY-4.0",
      url: "https://example.org/a",
      text: "Words.",
    });
    expect(page("# Cysts #\nWords.", { licence: "CC0-1.0" })).toMatchObject({
      title: "Cysts",
      licence: "CC0-1.0",
    });
    expect(page("Words only.", { licence: "CC0-1.0" })).toMatchObject({
      title: "cysts",
      text: "Words only.",
    });
  });

  test.each([
    ["# A\nWords.", /^names no licence: give one in its front matter/],
    ["---\nlicence: X\nWords.", "begins front matter with --- and never ends it"],
    ["---\nlicence: [a, b]\n---\nW", "line 2 of its front matter: licence must be plain text"],
    ['---\nlicence: "a\n---\nW', "line 2 of its front matter: licence must be plain text"],
    ["---\nlicence: a\ntitle: T\nlicence: b\n---\nW", "line 4 of its front matter: licence is given twice"],
    ["---\nlicence: a\n---\n \n", "is refused: text must not be empty"],
    ["---\nlicence: a\n---\nW\u0000", /^is refused: text must be text without U\+0000/],
  ])("says what is wrong with %j", (content, sentence) => {
    expect(page(content)).toEqual(typeof sentence === "string" ? sentence : expect.stringMatching(sentence));
  });
});

test("a licence file names its SPDX identifier, else its first line", () => {
  expect(licenceNamed("SPDX-FileCopyrightText: A\nSPDX-License-Identifier: CC-BY-4.0\n")).toBe("CC-BY-4.0");
  expect(licenceNamed("\n# Creative Commons Zero\nmore")).toBe("Creative Commons Zero");
  expect(licenceNamed(" \n\n")).toBeNull();
});
