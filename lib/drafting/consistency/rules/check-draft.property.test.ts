import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDraft } from "./check-draft";

const organs = [
  "kidney",
  "ovary",
  "lung",
  "thyroid lobe",
  "breast",
  "adrenal gland",
  "testis",
  "parotid gland",
];
const findings = ["cyst", "mass", "nodule", "abscess", "hematoma", "calcification", "aneurysm", "lipoma"];
const absent = [
  "ascites",
  "pneumothorax",
  "fracture",
  "lymphadenopathy",
  "hydronephrosis",
  "pleural effusion",
];

interface Place {
  readonly organ: string;
  readonly finding: string;
  readonly side: "left" | "right";
  readonly size: number;
}

const pick = <T>(list: readonly T[], count: number) =>
  fc.shuffledSubarray([...list], { minLength: count, maxLength: count });

const caseArbitrary = fc
  .record({
    organs: pick(organs, 3),
    findings: pick(findings, 3),
    sides: fc.array(fc.constantFrom("left" as const, "right" as const), { minLength: 3, maxLength: 3 }),
    sizes: fc.uniqueArray(fc.integer({ min: 3, max: 60 }), { minLength: 3, maxLength: 3 }),
    absent: pick(absent, 2),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map((one) => ({
    places: one.organs.slice(0, one.count).map(
      (organ, index): Place => ({
        organ,
        finding: one.findings[index] ?? "cyst",
        side: one.sides[index] ?? "left",
        size: one.sizes[index] ?? 10,
      }),
    ),
    absent: one.absent,
  }));
type GeneratedCase = typeof caseArbitrary extends fc.Arbitrary<infer T> ? T : never;

const told = ({ side, organ, finding, size }: Place) =>
  `The ${side} ${organ} contains a ${finding} of ${size} mm.`;
const retold = ({ side, organ, finding, size }: Place, unit: "mm" | "cm" = "cm") =>
  `A ${finding} measuring ${unit === "cm" ? size / 10 : size} ${unit} lies in the ${side} ${organ}.`;
const sentencesOf = ({ places, absent: missing }: GeneratedCase) => [
  ...places.map(told),
  ...missing.map((finding) => `There is no ${finding}.`),
];

function flagsOf(text: string, source: string) {
  return checkDraft({ text, passages: [{ id: "s", kind: "findings", text: source }] }).flags;
}

describe("checkDraft over generated cases", () => {
  it("raises no flag on the source itself, in any order of its sentences", () => {
    fc.assert(
      fc.property(caseArbitrary, fc.infiniteStream(fc.nat()), (one, order) => {
        const sentences = sentencesOf(one);
        const shuffled = sentences
          .map((text) => ({ text, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        expect(flagsOf(sentences.join(" "), sentences.join(" "))).toEqual([]);
        expect(flagsOf(shuffled.map(({ text }) => text).join(" "), sentences.join(" "))).toEqual([]);
      }),
    );
  });

  it("raises no flag on the same facts in other words and units", () => {
    fc.assert(
      fc.property(caseArbitrary, (one) => {
        const draft = [
          ...one.places.map((place) => retold(place)),
          ...one.absent.map((finding) => `No ${finding} is seen.`),
        ];
        expect(flagsOf(draft.join(" "), sentencesOf(one).join(" "))).toEqual([]);
      }),
    );
  });

  const planted: readonly [string, (place: Place) => string, string][] = [
    [
      "laterality",
      (place) => retold({ ...place, side: place.side === "left" ? "right" : "left" }),
      "laterality",
    ],
    ["unit", (place) => retold({ ...place, size: place.size * 10 }), "unit"],
    ["measurement", (place) => retold({ ...place, size: place.size + 71 }, "mm"), "measurement"],
  ];
  it.each(planted)("flags a planted change: %s", (_name, plant, kind) => {
    fc.assert(
      fc.property(caseArbitrary, fc.nat(), (one, chosen) => {
        const at = chosen % one.places.length;
        const draft = one.places
          .map((place, index) => (index === at ? plant(place) : retold(place)))
          .join(" ");
        const flags = flagsOf(draft, sentencesOf(one).join(" "));
        expect(flags.map((flag) => flag.kind)).toContain(kind);
      }),
    );
  });

  it("flags a dropped negation", () => {
    fc.assert(
      fc.property(caseArbitrary, (one) => {
        const draft = `${one.places.map((place) => retold(place)).join(" ")} ${one.absent[0]} is present.`;
        const flags = flagsOf(draft, sentencesOf(one).join(" "));
        expect(flags.map((flag) => flag.kind)).toContain("negation");
      }),
    );
  });

  it("gives offsets inside the text, and fixes that leave fewer flags", () => {
    fc.assert(
      fc.property(caseArbitrary, caseArbitrary, (one, other) => {
        const source = sentencesOf(one).join(" ");
        const text = other.places.map((place) => retold(place)).join(" ");
        for (const flag of flagsOf(text, source)) {
          expect(flag.start).toBeLessThan(flag.end);
          expect(text.slice(flag.start, flag.end).trim()).not.toBe("");
          if (flag.evidence.from === "passage")
            expect(source.slice(flag.evidence.span.start, flag.evidence.span.end)).not.toBe("");
          if (!flag.fix) continue;
          const fixed = text.slice(0, flag.fix.start) + flag.fix.replacement + text.slice(flag.fix.end);
          expect(flagsOf(fixed, source).length).toBeLessThan(flagsOf(text, source).length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
