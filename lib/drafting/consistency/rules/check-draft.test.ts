import { describe, expect, it } from "vitest";
import type { CheckInput } from "../types";
import { checkDraft } from "./check-draft";

const source =
  "Axial T2-weighted MR image of a 44-year-old woman. A 32 mm cyst arises from the right ovary (red arrow). " +
  "The left ovary is normal (white arrow). There is no ascites. Mild hydronephrosis may represent compression of the ureter.";

function flags(text: string, rest: Partial<CheckInput> = {}) {
  const input = { text, passages: [{ id: "p1", kind: "findings", text: source }], ...rest };
  return checkDraft(input).flags.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("checkDraft", () => {
  it("says nothing about the source itself, or about its sentences in another order", () => {
    expect(flags(source)).toEqual([]);
    expect(flags(source.split(". ").reverse().join(". "))).toEqual([]);
  });

  it("reads other words for the same: units, numerals, spelling, side of the image", () => {
    expect(flags("A cyst of 3.2 cm originates from the ovary on the right. Ascites is absent.")).toEqual([]);
    expect(
      flags("On the left side of the image, which is the patient's right, an ovarian cyst of 32 mm is seen."),
    ).toEqual([]);
  });

  it.each([
    ["A 32 mm cyst arises from the left ovary.", "laterality: left"],
    ["A 32 cm cyst arises from the right ovary.", "unit: 32 cm"],
    ["A 47 mm cyst arises from the right ovary.", "measurement: 47 mm"],
    ["A cyst of the right ovary is seen with ascites.", "negation: ascites"],
    ["In this 54-year-old woman a cyst arises from the right ovary.", "demographics: 54-year"],
    ["The coronal T2-weighted image shows a cyst of the right ovary.", "plane: coronal"],
    ["The CT image shows a cyst of the right ovary.", "modality: CT"],
    ["The axial T1-weighted image shows a cyst of the right ovary.", "sequence: T1-weighted"],
    ["Severe hydronephrosis is present.", "severity: Severe"],
    [
      "Two cysts arise from the right ovary. She had undergone appendectomy in childhood.",
      "unsupported: She had undergone appendectomy in childhood.",
    ],
  ])("flags %s", (text, expected) => {
    expect(flags(text)).toContain(expected);
  });

  it("flags what the paper's own sample got wrong: an arrow given to the other structure", () => {
    const question = "What does the red arrow mark?";
    expect(flags("The red arrow marks the normal left ovary.", { question })).toEqual([
      "marker: red arrow marks the normal left ovary",
    ]);
  });

  it("offers a fix only where one replacement leaves no flag", () => {
    const text = "A 32 mm cyst arises from the left ovary.";
    const { flags: found } = checkDraft({ text, passages: [{ id: "p1", kind: "findings", text: source }] });
    const fix = found[0]?.fix;
    expect(fix && text.slice(0, fix.start) + fix.replacement + text.slice(fix.end)).toBe(
      "A 32 mm cyst arises from the right ovary.",
    );
    expect(found[0]?.message).toBe("Source says right.");
    expect(found[0]?.evidence).toMatchObject({ from: "passage", span: { passageId: "p1" } });
  });

  it("shows the source sentence of a sentence it supports", () => {
    const { supported } = checkDraft({
      text: "The left ovary is normal.",
      passages: [{ id: "p1", kind: "findings", text: source }],
    });
    const span = supported[0]?.evidence;
    expect(source.slice(span?.start, span?.end)).toBe("The left ovary is normal (white arrow).");
  });

  it("uses the metadata where no passage speaks", () => {
    const passages = [
      { id: "p1", kind: "caption", text: "Radiograph of the wrist with a fracture of the radius." },
    ];
    const metadata = {
      Laterality: "R",
      patientSex: "F",
      patientAge: "034Y",
      plane: "coronal",
      Modality: "DX",
    };
    const kinds = checkDraft({
      text: "A fracture of the left radius in a man of 60 years.",
      passages,
      metadata,
    }).flags.map(({ kind }) => kind);
    expect(kinds).toEqual(["laterality", "demographics", "demographics"]);
  });
});
