import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitSentences, wordCount } from "./split-sentences";

const pieces = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe("what does not end a sentence", () => {
  test.each([
    "The nodule measures 2.5 cm in diameter.",
    "Several lesions, e.g. in segment VII, enhance.",
    "As Fig. 1a shows, the mass is T2-weighted bright.",
    "Case No. 12 was read by Dr. J. Smith et al. in the afternoon.",
    "The size is approx. 3 x 4 cm.",
    "Lesion (see Fig. 2b, arrow) in the left lobe.",
    "A wedge-shaped area of low signal intensity on\nT1 images.",
    "Paraspinal soft\ntissues are swollen.",
    "1. Discitis of the lumbar spine",
    "E. coli grew from the sample.",
    "Cyst, abscess; tumour",
  ])("%s", (text) => {
    expect(pieces(text)).toEqual([text]);
  });
});

describe("what ends one", () => {
  test.each<[string, string[]]>([
    ["No effusion. No mass.", ["No effusion.", "No mass."]],
    ["Is it large? No. The mass is small.", ["Is it large?", "No.", "The mass is small."]],
    ["It measures 2.5 cm. The margin is smooth.", ["It measures 2.5 cm.", "The margin is smooth."]],
    ["This is hepatitis B. The liver is large.", ["This is hepatitis B.", "The liver is large."]],
    ["The mass is bright.There is oedema.", ["The mass is bright.", "There is oedema."]],
    ["heart is normal. lungs are clear", ["heart is normal.", "lungs are clear"]],
    [
      "Dilated ducts, stones, etc. The liver is normal.",
      ["Dilated ducts, stones, etc.", "The liver is normal."],
    ],
    ["(A) CT shows a mass; (B) MR shows a cyst.", ["(A) CT shows a mass;", "(B) MR shows a cyst."]],
    ["Astrocytoma\nIschaemic infarct \nMetastases", ["Astrocytoma", "Ischaemic infarct", "Metastases"]],
    ["Findings:\n- mass\n- cyst", ["Findings:", "- mass", "- cyst"]],
    ["First part\n\nsecond part", ["First part", "second part"]],
    ["右肺上叶见结节。直径约2.5厘米。", ["右肺上叶见结节。", "直径约2.5厘米。"]],
    ['He said "no change." Then it grew.', ['He said "no change."', "Then it grew."]],
  ])("%s", (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });
});

test("nothing but white space lies between sentences, whatever the text", () => {
  const words = fc.constantFrom(
    "mass",
    "2.5",
    "cm.",
    "Fig.",
    "1a",
    "The",
    "e.g.",
    "no",
    ";",
    "\n",
    "\n\n",
    "- ",
    "。",
    "?",
    "(",
    ")",
    " ",
    "A.",
    "肺",
  );
  const texts = fc.oneof(
    fc.string({ maxLength: 80 }),
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(words, { maxLength: 30 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const sentences = splitSentences(text);
      let end = 0;
      for (const sentence of sentences) {
        expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
        expect(sentence.text).toBe(sentence.text.trim());
        expect(sentence.text).not.toBe("");
        expect(text.slice(end, sentence.start).trim()).toBe("");
        end = sentence.end;
      }
      expect(text.slice(end).trim()).toBe("");
    }),
    { numRuns: 1000 },
  );
});

test("words are counted in any script", () => {
  expect(wordCount("T2-weighted image of the liver, 2.5 cm.")).toBe(7);
  expect(wordCount("右肺")).toBe(2);
  expect(wordCount(" ... ")).toBe(0);
});
