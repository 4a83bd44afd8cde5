// What the viewer bench must show, as ratios of one run, and a table that says OK or MISSED.
import { ticks } from "./browser/scroll.mjs";
import { median } from "./browser/wait.mjs";

/** name, section and key of the result. */
const metrics = [
  ["cold: first picture, ms", "cold", "firstPicture"],
  ["cold: first interactive, ms", "cold", "firstInteractive"],
  ["cold: network quiet, ms", "cold", "networkQuiet"],
  ["cold: transferred, MB", "cold", "megabytes"],
  ["cold: JS+CSS+WASM, kB", "cold", "codeKB"],
  ["warm: first picture, ms", "warm", "firstPicture"],
  ["warm: first interactive, ms", "warm", "firstInteractive"],
  ["warm: network quiet, ms", "warm", "networkQuiet"],
  ["warm: transferred, MB", "warm", "megabytes"],
  ["scroll: pictures/s (more is better)", "scroll", "picturesPerSecond"],
  [`scroll: pictures of ${ticks} ticks`, "scroll", "pictures"],
  ["scroll: p95 gap, ms", "scroll", "p95Gap"],
  ["scroll: longest gap, ms", "scroll", "longestGap"],
  ["scroll: transferred, MB", "scroll", "megabytes"],
  ["JS heap after load, MB", "cold", "heapMB"],
  ["renderer memory after load, MB", "cold", "rendererMB"],
];

const atMost = (limit) => ({ words: `at most ${limit}`, met: ({ ratio }) => ratio <= limit });
const atLeast = (limit) => ({ words: `at least ${limit}`, met: ({ ratio }) => ratio >= limit });

/**
 * Targets of a setting, by metric. Scrolling is compared with OHIF's own drawing by the processor, and elsewhere with its
 * default, which is WebGL in software.
 */
function targetsOf({ mode, mbit, seriesMB }) {
  if (mbit > 0)
    return {
      "cold: first picture, ms": { words: "under 600 ms", met: ({ ours }) => ours < 600 },
      "cold: network quiet, ms": {
        words: "at most 0.45 of uncompressed",
        met: ({ ours }) => ours <= 0.45 * transferMs(seriesMB, mbit),
      },
      "cold: transferred, MB": {
        words: "at most 0.45 of uncompressed",
        met: ({ ours }) => ours <= 0.45 * seriesMB,
      },
    };
  return {
    "cold: first picture, ms": atMost(0.2),
    "cold: first interactive, ms": atMost(0.4),
    "warm: first interactive, ms": atMost(0.3),
    "cold: JS+CSS+WASM, kB": atMost(0.4),
    "scroll: pictures/s (more is better)": mode === "cpu" ? atLeast(1) : atLeast(3.5),
  };
}

/** Milliseconds that the uncompressed series alone takes on a link. */
const transferMs = (megabytes, mbit) => (megabytes * 8 * 1000) / mbit;

const text = (value) =>
  value === null ? "-" : typeof value === "number" ? String(Number(value.toFixed(2))) : value;

/** Medians of every metric that was measured, with ratio, target and verdict. */
export function tableOf(results, names, setting) {
  const targets = targetsOf(setting);
  return metrics.flatMap(([metric, section, key]) => {
    const medianOf = (name) =>
      median(results.filter((one) => one.target === name).map((one) => one[section]?.[key]));
    const row = { metric, ...Object.fromEntries(names.map((name) => [name, medianOf(name)])) };
    if (names.every((name) => row[name] === null)) return [];
    const ratio = row.ohif > 0 && typeof row.ours === "number" ? row.ours / row.ohif : null;
    const target = targets[metric];
    const judged = target && typeof row.ours === "number" && (ratio !== null || setting.mbit > 0);
    const verdict = judged ? (target.met({ ours: row.ours, ratio }) ? "OK" : "MISSED") : "";
    return [{ ...row, "ours/ohif": ratio, target: target?.words ?? "", verdict }];
  });
}

/** Rows of one shape as lines of text. */
export function linesOf(rows) {
  const columns = Object.keys(rows[0] ?? { nothing: null });
  const width = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => text(row[column]).length)),
  );
  const line = (cells) =>
    cells
      .map((cell, index) => (index > 0 ? cell.padStart(width[index]) : cell.padEnd(width[index])))
      .join("  ");
  return [
    line(columns),
    line(width.map((size) => "-".repeat(size))),
    ...rows.map((row) => line(columns.map((column) => text(row[column])))),
  ].join("\n");
}
