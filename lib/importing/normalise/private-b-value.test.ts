import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDicom } from "dicom-parser";
import { afterAll, describe, expect, it } from "vitest";
import { privateBValue } from "./private-b-value";
import { scratchFolder } from "./testing/collect";
import { bodyOf, PLAIN, type TestElement, writeDicom } from "./testing/dicom-writer";

const float = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
};
const scratch = scratchFolder();
afterAll(() => scratch.remove());

function read(elements: readonly TestElement[]): number | null {
  const path = join(scratch.path, "file.dcm");
  writeDicom(path, bodyOf([...PLAIN, ...elements].sort(([a], [b]) => (a < b ? -1 : 1))));
  return privateBValue(parseDicom(readFileSync(path)));
}

describe("b-values that manufacturers keep to themselves", () => {
  it.each<[string, readonly TestElement[], number | null]>([
    [
      "Siemens",
      [
        ["00190010", "LO", "SIEMENS MR HEADER"],
        ["0019100C", "IS", "800"],
      ],
      800,
    ],
    [
      "Siemens, another block",
      [
        ["00190011", "LO", "SIEMENS MR HEADER"],
        ["0019110C", "IS", "50"],
      ],
      50,
    ],
    [
      "GE with flags",
      [
        ["00430010", "LO", "GEMS_PARM_01"],
        ["00431039", "IS", "1000000700\\8\\0\\0"],
      ],
      700,
    ],
    [
      "GE without",
      [
        ["00430010", "LO", "GEMS_PARM_01"],
        ["00431039", "IS", "1000\\8\\0\\0"],
      ],
      1000,
    ],
    [
      "Philips",
      [
        ["20010010", "LO", "Philips Imaging DD 001"],
        ["20011003", "FL", float(600)],
      ],
      600,
    ],
    [
      "Philips, without VR",
      [
        ["20010010", "LO", "Philips Imaging DD 001"],
        ["20011003", "UN", float(0)],
      ],
      0,
    ],
    [
      "the same number of another maker",
      [
        ["00190010", "LO", "ACME"],
        ["0019100C", "IS", "800"],
      ],
      null,
    ],
    ["no creator", [["0019100C", "IS", "800"]], null],
    [
      "words",
      [
        ["00190010", "LO", "SIEMENS MR HEADER"],
        ["0019100C", "IS", "Smith"],
      ],
      null,
    ],
    ["nothing", [], null],
  ])("%s", (_, elements, value) => {
    expect(read(elements)).toBe(value);
  });
});
