import { parseDicom } from "dicom-parser";
import { expect, it } from "vitest";
import { applyPalette, readPalette } from "./palette";
import { bodyOf, dataSet, element, type TestElement } from "./testing/dicom-writer";

function palette(red: readonly number[], green: readonly number[], blue: readonly number[], bits = 16) {
  const table = (tag: string, values: readonly number[]): TestElement => {
    const bytes = Buffer.alloc(values.length * 2);
    for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
    return [tag, "OW", bytes];
  };
  const descriptor = (tag: string): TestElement => [tag, "US", [red.length, 0, bits]];
  const parts = dataSet({
    "00281101": descriptor("00281101"),
    "00281102": descriptor("00281102"),
    "00281103": descriptor("00281103"),
    "00281201": table("00281201", red),
    "00281202": table("00281202", green),
    "00281203": table("00281203", blue),
  });
  const syntax = element(["00020010", "UI", "1.2.840.10008.1.2.1"]);
  const meta = Buffer.concat([Buffer.alloc(128), Buffer.from("DICM"), syntax]);
  return readPalette(parseDicom(Buffer.concat([meta, bodyOf(parts)])), false);
}

it("takes the upper byte, whether 8 bits stand in it alone or in both", () => {
  expect([...applyPalette([0, 1], palette([0xff00, 0x8000], [0x0100, 0], [0, 0x3300]))]).toEqual([
    255, 1, 0, 128, 0, 51,
  ]);
  expect([...applyPalette([0], palette([0xffff], [0x8080], [0x0101]))]).toEqual([255, 128, 1]);
});

it("takes the lower byte only where no colour uses the upper one", () => {
  expect([...applyPalette([0], palette([200], [100], [50]))]).toEqual([200, 100, 50]);
  expect([...applyPalette([0], palette([0xc800], [0x64], [0]))]).toEqual([200, 0, 0]);
});
