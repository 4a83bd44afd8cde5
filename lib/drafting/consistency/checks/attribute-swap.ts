import type { CheckCase, Conflict, ConsistencyCheck } from "../rules/check-case";
import { type Part, partsOf, partsOfSources, reach } from "../rules/parts";

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
    const best = crossing(texts) ?? exchangedStates(texts, earlier) ?? exchangedValues(texts, earlier);
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

/** "A is enlarged and B normal" for the reverse: two denials of one sentence, each the other's opposite. */
function exchangedStates(texts: CheckCase, earlier: readonly Conflict[]): Crossing | null {
  const states = earlier.filter(({ kind, exchange }) => kind === "negation" && exchange !== null);
  for (const [index, one] of states.entries())
    for (const other of states.slice(index + 1)) {
      const together = texts.draft.sentences.some(
        ({ start, end }) => one.start >= start && one.end <= end && other.start >= start && other.end <= end,
      );
      if (together && one.exchange?.given === other.exchange?.wanted)
        return {
          strength: 1,
          start: Math.min(one.start, other.start),
          end: Math.max(one.end, other.end),
          evidence: one.evidence,
        };
    }
  return null;
}

/** "The right is larger and the left smaller": two flags of one kind in one sentence, each what the other should be. */
function exchangedValues(texts: CheckCase, earlier: readonly Conflict[]): Crossing | null {
  const values = earlier.filter(({ kind, exchange }) => kinds.has(kind) && exchange !== null);
  for (const [index, one] of values.entries())
    for (const other of values.slice(index + 1)) {
      const crossed =
        one.kind === other.kind &&
        one.exchange?.given === other.exchange?.wanted &&
        one.exchange?.wanted === other.exchange?.given;
      const together = texts.draft.sentences.some(
        ({ start, end }) => one.start >= start && one.end <= end && other.start >= start && other.end <= end,
      );
      if (crossed && together)
        return {
          strength: 1,
          start: Math.min(one.start, other.start),
          end: Math.max(one.end, other.end),
          evidence: one.evidence,
        };
    }
  return null;
}

interface Crossing {
  readonly start: number;
  readonly end: number;
  readonly strength: number;
  readonly evidence: Conflict["evidence"];
}

/** Findings and parts of the body are what properties are exchanged between, not the properties. */
const unlike = new Set(["thing", "state"]);

interface Shared {
  readonly given: Part;
  readonly known: Part;
}

function crossing(texts: CheckCase): Crossing | null {
  const given = partsOf(texts.lexicon, [texts.draft]);
  const known = partsOfSources(texts.lexicon, texts.sources);
  const shared: Shared[] = [];
  for (const [id, part] of given) {
    const other = known.get(id);
    if (other) shared.push({ given: part, known: other });
  }
  const near = {
    given: nearness(shared.map((part) => part.given)),
    known: nearness(shared.map((part) => part.known)),
  };
  const seen = new Set<string>();
  let best: Crossing | null = null;
  for (let sentence = 0; sentence < texts.draft.sentences.length; sentence += 1) {
    const window = shared.flatMap(({ given: part }, index) =>
      part.places.some(
        ({ first }) =>
          (texts.draft.sentenceOf[first] ?? 0) - sentence <= 1 &&
          (texts.draft.sentenceOf[first] ?? 0) >= sentence,
      )
        ? [index]
        : [],
    );
    const key = window.join();
    if (seen.has(key)) continue;
    seen.add(key);
    const found = crossingIn(shared, window, near);
    if (found && (!best || found.strength > best.strength)) best = found;
  }
  return best;
}

const leastStrength = 0.46;
type Nearness = (one: number, other: number) => number;

/** How near each two parts are, worked out when first asked. */
function nearness(parts: readonly Part[]): Nearness {
  const size = parts.length;
  const known = new Float64Array(size * size).fill(-1);
  return (one, other) => {
    const at = one < other ? one * size + other : other * size + one;
    if ((known[at] ?? -1) < 0) known[at] = reach(parts[one] as Part, parts[other] as Part);
    return known[at] ?? 0;
  };
}

function crossingIn(
  shared: readonly Shared[],
  window: readonly number[],
  near: { readonly given: Nearness; readonly known: Nearness },
): Crossing | null {
  const rivalry = (index: number) => shared[index]?.given.rivalry;
  let best: Crossing | null = null;
  for (let i = 0; i < window.length; i += 1)
    for (let k = i + 1; k < window.length; k += 1) {
      const a = window[i] as number;
      const b = window[k] as number;
      if (rivalry(a) !== rivalry(b) || unlike.has(rivalry(a) ?? "")) continue;
      const isPlace = /^(?:place|level )/.test(rivalry(a) ?? "");
      if (isPlace && near.known(a, b) > 0.5) continue;
      for (let j = 0; j < window.length; j += 1) {
        const c = window[j] as number;
        if (isPlace && /^(?:place|level )/.test(rivalry(c) ?? "")) continue;
        if (rivalry(c) === rivalry(a) || (near.given(a, c) === 0 && near.given(b, c) === 0)) continue;
        for (let l = j + 1; l < window.length; l += 1) {
          const d = window[l] as number;
          if (rivalry(d) === rivalry(a) || (isPlace && /^(?:place|level )/.test(rivalry(d) ?? ""))) continue;
          const clear = rivalry(c) === rivalry(d) ? 1.25 : 1.5;
          const draft = tie(near.given, a, b, c, d, clear);
          if (draft === 0) continue;
          const source = tie(near.known, a, b, c, d, clear);
          if (source === 0 || Math.sign(draft) === Math.sign(source)) continue;
          const strength = Math.min(Math.abs(draft), Math.abs(source));
          if ((clear >= 1.5 && strength < leastStrength) || (best && best.strength >= strength)) continue;
          best = crossingOf(shared, [a, b, c, d], strength);
        }
      }
    }
  return best;
}

function crossingOf(shared: readonly Shared[], indexes: readonly number[], strength: number): Crossing {
  const places = indexes.flatMap((index) => shared[index]?.given.places[0] ?? []);
  const from = shared[indexes[0] ?? 0]?.known.places[0];
  return {
    strength,
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
    evidence: from?.parsed.passageId
      ? { from: "passage", span: { passageId: from.parsed.passageId, start: from.start, end: from.end } }
      : { from: "nothing" },
  };
}

/** Positive where a goes with c and b with d, negative where a goes with d and b with c, 0 where it is not clear. */
function tie(near: Nearness, a: number, b: number, c: number, d: number, clear: number): number {
  const ac = near(a, c);
  const ad = near(a, d);
  if (ac <= ad * clear && ad <= ac * clear) return 0;
  const bc = near(b, c);
  const bd = near(b, d);
  if (ac > ad * clear && bd > bc * clear && ac > bc * clear && bd > ad * clear) return Math.min(ac, bd);
  if (ad > ac * clear && bc > bd * clear && ad > bd * clear && bc > ac * clear) return -Math.min(ad, bc);
  return 0;
}
