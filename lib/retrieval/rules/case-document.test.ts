import { expect, test } from "vitest";
import { betweenNames, caseDocumentId, caseDocumentText, isHeldOutSplit } from "./case-document";

test("the text of a case is in one order under headings; questions and empty parts stay out", () => {
  const words = [
    { kind: "diagnosis", text: "Cyst." },
    { kind: "caption", text: " First. " },
    { kind: "qa", text: "What?" },
    { kind: "history", text: "Pain." },
    { kind: "discussion", text: " " },
    { kind: "caption", text: "Second." },
  ];
  expect(caseDocumentText(words)).toBe(
    "# History\nPain.\n\n# Images\nFirst.\n\nSecond.\n\n# Diagnosis\nCyst.",
  );
  expect(caseDocumentText([{ kind: "qa", text: "What?" }])).toBe("");
});

test("names of source, site and case do not run into each other", () => {
  const a = caseDocumentId({ name: "A", site: "B C" }, "1");
  expect(a).not.toBe(caseDocumentId({ name: "A B", site: "C" }, "1"));
  expect(a.split(betweenNames)).toEqual(["A", "B C", "1"]);
});

test.each([
  ["test", true],
  ["Validation", true],
  ["held-out", true],
  ["dev2", true],
  ["train", false],
  ["testimony", false],
  [null, false],
])("split %j held out: %j", (split, held) => {
  expect(isHeldOutSplit(split)).toBe(held);
});
