import fc from "fast-check";
import { expect, it } from "vitest";
import { packRecords, unpackRecords } from "./packed-records";

const slice = (index: number) => ({
  rows: 512,
  columns: 512,
  windows: [{ center: 40, width: 400, explanation: null }],
  technique: { "Tube voltage": 120 },
  geometry: [{ position: [0, 0, index], orientation: [1, 0, 0, 0, 1, 0] }],
});

it("packs a series into one base and what each slice has of its own", () => {
  const series = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [`slice-${index}`, slice(index)]),
  );
  const packed = packRecords(series);
  expect(packed.bases).toEqual([slice(0)]);
  expect(packed.records[7]).toEqual(["slice-7", 0, { geometry: slice(7).geometry }]);
  expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify(series).length * 0.7);
  expect(unpackRecords(packed)).toEqual(series);
});

it("does not lend a field to a record without it", () => {
  const all: Record<string, { a: number; b?: number }> = { one: { a: 1, b: 2 }, other: { a: 1 } };
  expect(unpackRecords(packRecords(all))).toEqual(all);
  expect(Object.hasOwn(unpackRecords(packRecords(all)).other ?? {}, "b")).toBe(false);
});

it("gives back whatever went in, in its order, also after JSON", () => {
  const field = fc.jsonValue();
  const record = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), field);
  fc.assert(
    fc.property(fc.dictionary(fc.uuid(), record), (records) => {
      const plain = JSON.parse(JSON.stringify(records)) as typeof records;
      const back = unpackRecords(
        JSON.parse(JSON.stringify(packRecords(plain))) as ReturnType<typeof packRecords>,
      );
      expect(back).toEqual(plain);
      expect(Object.keys(back)).toEqual(Object.keys(plain));
    }),
  );
});
