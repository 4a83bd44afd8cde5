import type { UltrasoundRegion } from "@/lib/cases/types";
import { itemsOf, numberOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";

const TAGS = {
  minX: "00186018",
  minY: "0018601A",
  maxX: "0018601C",
  maxY: "0018601E",
  unitX: "00186024",
  unitY: "00186026",
  deltaX: "0018602C",
  deltaY: "0018602E",
} as const;

/** Whole items of Sequence of Ultrasound Regions (PS3.3 C.8.5.5). */
export function ultrasoundRegions(header: Header): readonly UltrasoundRegion[] {
  return itemsOf(header, "00186011").flatMap((item) => {
    const entries = Object.entries(TAGS).map(([name, tag]) => [name, numberOf(item, tag)] as const);
    const value = Object.fromEntries(entries);
    const { minX, minY, maxX, maxY, unitX, unitY, deltaX, deltaY } = value;
    if (minX == null || minY == null || maxX == null || maxY == null) return [];
    if (unitX == null || unitY == null || deltaX == null || deltaY == null) return [];
    return [{ minX, minY, maxX, maxY, unitX, unitY, deltaX, deltaY }];
  });
}
