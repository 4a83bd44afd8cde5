import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesUnder, outcomesOf, scratchFolder } from "./testing/collect";
import type { NormalisedInstance, NormaliseOutcome } from "./types";

interface Canary {
  readonly file: string;
  readonly keyword?: string;
  readonly vr?: string;
  readonly value?: unknown;
  readonly match?: string;
  readonly mustDisappear?: boolean;
}

const data = process.env.SAMPLE_DATA_DIR;
const fixture = data ? join(data, "..", "fixtures", "deid") : "";
const present = fixture !== "" && existsSync(join(fixture, "canaries.json"));
if (!present) console.info("SAMPLE_DATA_DIR is not set: planted identifiers are not checked.");

interface Planted {
  readonly canaries: readonly Canary[];
  readonly uidGroups: readonly {
    readonly uid: string;
    readonly occurrences: readonly { readonly file: string }[];
  }[];
}
const planted: Planted = present
  ? JSON.parse(readFileSync(join(fixture, "canaries.json"), "utf8"))
  : { canaries: [], uidGroups: [] };

/** All that would be stored of an instance, except the name the person gave and the crosswalk. */
function storedText({
  file: _file,
  crosswalk: _crosswalk,
  objectFile: _o,
  posterFile: _p,
  thumbnailFile: _t,
  ...rest
}: NormalisedInstance): string {
  return JSON.stringify(rest);
}

const taken = (outcomes: ReadonlyMap<string, NormaliseOutcome>) =>
  [...outcomes.values()].flatMap((outcome) => (outcome.kind === "instance" ? [outcome] : []));

describe.skipIf(!present)("planted identifiers", () => {
  const scratch = scratchFolder();
  let outcomes: ReadonlyMap<string, NormaliseOutcome> = new Map();

  beforeAll(async () => {
    const input = join(fixture, "input");
    const dicom = await outcomesOf(filesUnder(join(input, "dicom")), scratch.path);
    const pictures = await outcomesOf(filesUnder(join(input, "images")), scratch.path, { pictures: true });
    outcomes = new Map([...dicom, ...pictures]);
  }, 60_000);
  afterAll(() => scratch.remove());

  it("takes the pictures and refuses the objects without one", () => {
    expect(taken(outcomes)).toHaveLength(9 + 10);
  });

  it("survive in no stored value and in no refusal", () => {
    const texts = [...outcomes.values()].map((outcome) =>
      (outcome.kind === "instance" ? storedText(outcome) : outcome.reason).toLowerCase(),
    );
    // Shorter values and plain numbers occur in pixels, sizes and hashes by chance; dates and ages have VRs of their own.
    const values = planted.canaries.flatMap(({ value, mustDisappear }) =>
      mustDisappear && typeof value === "string" && value.trim().length >= 4
        ? [value.trim().toLowerCase()]
        : [],
    );
    expect(values.length).toBeGreaterThan(1000);
    const survived = values.filter((value) => texts.some((text) => text.includes(value)));
    expect([...new Set(survived)]).toEqual([]);
  });

  it("survive in no stored frame of a picture or a grey image", () => {
    const names = planted.canaries.flatMap(({ value, mustDisappear }) =>
      mustDisappear && typeof value === "string" && value.length >= 6 ? [value] : [],
    );
    for (const instance of taken(outcomes)) {
      const bytes = readFileSync(instance.objectFile).toString("latin1");
      expect(
        names.filter((name) => bytes.includes(name)),
        instance.file,
      ).toEqual([]);
    }
  });

  it("keep UIDs linked: one original, one remapped, everywhere", () => {
    const pairs = new Map<string, Set<string>>();
    const back = new Map<string, Set<string>>();
    for (const { original, remapped } of taken(outcomes).flatMap((instance) => instance.crosswalk)) {
      pairs.set(original, (pairs.get(original) ?? new Set()).add(remapped));
      back.set(remapped, (back.get(remapped) ?? new Set()).add(original));
    }
    expect([...pairs.values(), ...back.values()].every((others) => others.size === 1)).toBe(true);
    const linked = planted.uidGroups.filter(({ uid }) => pairs.has(uid));
    expect(linked.length).toBeGreaterThan(10);
    const studies = new Set(
      taken(outcomes).flatMap((instance) => (instance.file.endsWith("_CT.dcm") ? [instance.studyUid] : [])),
    );
    expect(studies.size).toBe(1);
  });

  it("hold the files with text in the picture", () => {
    const held = taken(outcomes).filter((instance) => instance.identityRisk !== null);
    expect(held.map((instance) => instance.file).sort()).toEqual(
      expect.arrayContaining(["06_US.dcm", "07_SC_Lunyarford_11389414.dcm", "08_XA.dcm"]),
    );
  });
});
