import { numberOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { groupOf } from "./plane-geometry";

const LINES: readonly (readonly [name: string, tag: string])[] = [
  ["kVp", "00180060"],
  ["mA", "00181151"],
  ["mAs", "00181152"],
  ["exposure ms", "00181150"],
  ["TR ms", "00180080"],
  ["TE ms", "00180081"],
  ["TI ms", "00180082"],
  ["flip angle", "00181314"],
  ["echo train", "00180091"],
  ["averages", "00180083"],
  ["tesla", "00180087"],
  ["gantry tilt", "00181120"],
  ["primary angle", "00181510"],
  ["secondary angle", "00181511"],
];

/** Numbers of the acquisition for the corner of the viewport, by the name shown; units in the name. */
export function techniqueOf(header: Header): Readonly<Record<string, number>> {
  const lines = LINES.flatMap(([name, tag]) => {
    const value = numberOf(header, tag);
    return value === null ? [] : [[name, value] as const];
  });
  const timing = groupOf(header, 1, "00189112");
  const enhanced = [
    ["TR ms", numberOf(timing, "00180080")],
    ["flip angle", numberOf(timing, "00181314")],
    ["TE ms", numberOf(groupOf(header, 1, "00189114"), "00189082")],
  ] as const;
  return {
    ...Object.fromEntries(
      enhanced.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ),
    ...Object.fromEntries(lines),
  };
}
