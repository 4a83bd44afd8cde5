import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Part, partsOf, reach } from "../rules/parts";

const kinds = new Set([
  "laterality",
  "measurement",
  "level",
  "severity",
  "signal",
  "negation",
  "temporal",
  "count",
  "unit",
]);

/**
 * Properties of two findings exchanged: A has c and B has d in the source, A has d and B has c in the draft. Nearness
 * within sentence and clause says what has what.
 */
export const attributeSwap: ConsistencyCheck = {
  id: "attribute_swap",
  label: "Exchanged properties",
  find(texts, earlier) {
    if (earlier.some(({ kind }) => kind === "marker")) return [];
    const best = crossing(texts);
    if (!best) return [];
    const replaces = earlier.filter(
      ({ kind, start, end }) => kinds.has(kind) && start < best.end && end > best.start,
    );
    return [
      {
        kind: "attribute_swap",
        start: best.start,
        end: best.end,
        message: "Source has these the other way round.",
        evidence: best.evidence,
        exchange: null,
        fix: null,
        replaces,
      },
    ];
  },
};

interface Crossing {
  readonly start: number;
  readonly end: number;
  readonly strength: number;
  readonly evidence: Conflict["evidence"];
}

function crossing(texts: CheckCase): Crossing | null {
  const given = partsOf([texts.draft]);
  const known = partsOf(texts.sources);
  const shared = [...given.keys()]
    .filter((id) => known.has(id))
    .map((id) => ({ given: given.get(id) as Part, known: known.get(id) as Part }));
  const rivals = shared.flatMap((one, index) =>
    shared
      .slice(index + 1)
      .flatMap((other) => (one.given.rivalry === other.given.rivalry ? [[one, other] as const] : [])),
  );
  let best: Crossing | null = null;
  const pairs = shared.flatMap((one, index) => shared.slice(index + 1).map((other) => [one, other] as const));
  for (const [a, b] of rivals) {
    for (const [c, d] of pairs) {
      if (c.given.rivalry === a.given.rivalry || d.given.rivalry === a.given.rivalry) continue;
      if (a === c || a === d || b === c || b === d) continue;
      const clear = c.given.rivalry === d.given.rivalry ? 1.25 : 1.7;
      const draft = tie(a.given, b.given, c.given, d.given, clear);
      if (draft === 0) continue;
      const source = tie(a.known, b.known, c.known, d.known, clear);
      if (source === 0 || Math.sign(draft) === Math.sign(source)) continue;
      if (clear > 1.5 && Math.min(Math.abs(draft), Math.abs(source)) < 0.55) continue;
      const strength = Math.min(Math.abs(draft), Math.abs(source));
      if (best && best.strength >= strength) continue;
      const all = [a, b, c, d].map((part) => part.given.places[0]).filter((place) => place !== undefined);
      const from = a.known.places[0];
      best = {
        strength,
        start: Math.min(...all.map(({ start }) => start)),
        end: Math.max(...all.map(({ end }) => end)),
        evidence: from?.parsed.passageId
          ? { from: "passage", span: { passageId: from.parsed.passageId, start: from.start, end: from.end } }
          : { from: "nothing" },
      };
    }
  }
  return best;
}

/** Positive where a goes with c and b with d, negative where a goes with d and b with c, 0 where it is not clear. */
function tie(a: Part, b: Part, c: Part, d: Part, clear: number): number {
  const [ac, ad, bc, bd] = [reach(a, c), reach(a, d), reach(b, c), reach(b, d)];
  if (ac > ad * clear && bd > bc * clear && ac > bc * clear && bd > ad * clear) return Math.min(ac, bd);
  if (ad > ac * clear && bc > bd * clear && ad > bd * clear && bc > ac * clear) return -Math.min(ad, bc);
  return 0;
}
