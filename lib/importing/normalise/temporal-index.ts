import { numberOf, textOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";
import { groupOf } from "./plane-geometry";

/**
 * One index per frame (1 up) where frames repeat in time, echo, diffusion or frame type; null where nothing does.
 * Classic objects give their Temporal Position Identifier.
 */
export function temporalOf(header: Header, frameCount: number): readonly number[] | null {
  const classic = numberOf(header, "00200100");
  if (frameCount === 1) return classic === null ? null : [classic];
  const phases = Array.from({ length: frameCount }, (_, index) => {
    const frame = index + 1;
    return [
      numberOf(groupOf(header, frame, "00209111"), "00209128") ?? 0,
      numberOf(groupOf(header, frame, "00189114"), "00189082") ?? 0,
      numberOf(groupOf(header, frame, "00189117"), "00189087") ?? 0,
      textOf(groupOf(header, frame, "00189226"), "00089007") ?? "",
    ] as const;
  });
  const keys = phases.map((phase) => JSON.stringify(phase));
  const distinct = [...new Map(phases.map((phase, index) => [keys[index] ?? "", phase])).entries()].sort(
    ([, a], [, b]) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1),
  );
  if (distinct.length < 2) return null;
  const rank = new Map(distinct.map(([key], index) => [key, index + 1]));
  return keys.map((key) => rank.get(key) ?? 1);
}
