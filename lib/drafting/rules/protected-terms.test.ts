import fc from "fast-check";
import { expect, test } from "vitest";
import { containsTerms, protectedTerms } from "./protected-terms";
import { tidySentence } from "./tidy-sentence";

test.each<[string, string[]]>([
  ["A 2.5cm mass in the left lobe", ["2.5 cm", "left"]],
  ["A 3x4 cm cyst on T2, not enhancing", ["3", "4 cm", "T2", "negation"]],
  ["Bilaterally, both gray arrows", ["bilateral", "bilateral", "grey"]],
  ["nine-millimetre stone", ["nine"]],
  ["5 years", ["5 year"]],
])("%s", (text, terms) => {
  expect(protectedTerms(text)).toEqual([...terms].sort());
});

test("terms are counted, not only met", () => {
  expect(containsTerms(["left"], ["left", "left"])).toBe(false);
  expect(containsTerms(["left", "right"], ["right"])).toBe(true);
});

test.each([
  ["- mass w/o calcification", "Mass without calcification."],
  ["2) 2.5cm cyst;", "2.5 cm cyst."],
  ["pH is low", "pH is low."],
  ["3X4 mm  nodule c/w\nmetastasis", "3 x 4 mm nodule consistent with metastasis."],
])("tidies %s", (source, expected) => {
  expect(tidySentence(source)).toBe(expected);
});

test("tidying never changes side, number, negation or colour", () => {
  const words = fc.constantFrom(
    "left",
    "right",
    "both",
    "no",
    "not",
    "w/o",
    "w/",
    "2.5",
    "2.5cm",
    "3x4mm",
    "x",
    "mass",
    "red",
    "grey",
    "arrow",
    "T2",
    "L4-L5",
    "s/p",
    "approx.",
    "12",
    "-",
    "(a)",
    "1.",
    "cm",
    ",",
    ";",
    "pt",
    "&",
    "\n",
    "without",
    "5mm",
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 15 }), (list) => {
      const source = list.join(" ");
      const terms = protectedTerms(source);
      const tidied = protectedTerms(tidySentence(source));
      expect(containsTerms(terms, tidied)).toBe(true);
      const dropped = terms.length - tidied.length;
      const leadingNumbers = source.trim().match(/^(?:[-\s]|\(?(?:\d{1,2}|[a-z])[.)]\s+)+/)?.[0] ?? "";
      expect(dropped).toBeLessThanOrEqual(protectedTerms(leadingNumbers).length);
    }),
    { numRuns: 2000 },
  );
});
