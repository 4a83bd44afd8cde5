import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regionKinds, regionPointCounts, regionSchema } from "@/lib/reading/schema";
import { parseBundle } from "./parse-bundle";

const minimal = { schemaVersion: 1, caseId: "a-1", source: { name: "Example" } };
const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const reasonOf = (value: unknown) => {
  const parsed = parseBundle(bytes(value));
  return parsed.ok ? "accepted" : parsed.reason;
};

describe("parseBundle", () => {
  it("takes a case with neither texts nor images, and fills in what was left out", () => {
    const parsed = parseBundle(bytes(minimal));
    expect(parsed).toMatchObject({
      ok: true,
      bundle: {
        language: "en",
        source: { site: "", externalModelAllowed: false },
        series: [],
        images: [],
        qa: [],
        drafts: [],
      },
    });
  });

  it("takes a byte order mark and null where a field may be absent", () => {
    const text = JSON.stringify({ ...minimal, title: null, group: null, patient: null, sections: null });
    expect(parseBundle(Buffer.from(`\ufeff${text}`)).ok).toBe(true);
  });

  it.each([
    [{ ...minimal, images: [{ series: "ct", slice: 0 }] }, "images[0].slice must be at least 1"],
    [{ ...minimal, schemaVersion: 999 }, "schemaVersion must be 1"],
    [{ ...minimal, caseId: undefined }, "caseId must be text, it is missing"],
    [{ ...minimal, caseId: 7 }, "caseId must be text, got a number"],
    [{ ...minimal, caseId: "" }, "caseId must not be empty"],
    [{ ...minimal, sectons: {} }, "the document has an unknown field: sectons"],
    [{ ...minimal, source: { name: "x", licnce: "CC0" } }, "source has an unknown field: licnce"],
    [
      { ...minimal, source: { name: "x", url: "javascript:alert(1)" } },
      "source.url must be an http or https address",
    ],
    [{ ...minimal, sections: { discussion: ["x"] } }, "sections.discussion must be text, got a list"],
    [{ ...minimal, patient: { sex: "female" } }, 'patient.sex must be "F" or "M" or "O"'],
    [
      { ...minimal, images: [{ file: "../secret.png" }] },
      "images[0].file must be a path below the bundle's folder",
    ],
    [{ ...minimal, images: [{ file: "/etc/passwd" }] }, "images[0].file must be a path"],
    [{ ...minimal, images: [{ file: "C:\\x.png" }] }, "images[0].file must be a path"],
    [
      { ...minimal, images: [{}] },
      "images[0].file is missing: an image needs a file, or a series and a slice",
    ],
    [
      { ...minimal, series: [{ id: "ct", files: ["ct"] }], images: [{ series: "ct" }] },
      "images[0].slice is missing beside series",
    ],
    [
      { ...minimal, images: [{ series: "mr", slice: 2 }] },
      "images[0].series names no series of this case: mr",
    ],
    [
      {
        ...minimal,
        images: [
          { id: "a", file: "1.png" },
          { id: "a", file: "2.png" },
        ],
      },
      "images[1].id is used twice: a",
    ],
    [
      { ...minimal, qa: [{ image: "b", question: "?", answer: "!" }] },
      "qa[0].image names no image of this case: b",
    ],
    [
      { ...minimal, qa: [{ question: "?", answer: "!", options: ["x"], answerIndexes: [1] }] },
      "qa[0].answerIndexes[0] points at option 1, but there are 1 options, counted from 0",
    ],
    [
      { ...minimal, drafts: [{ kind: "caption" }] },
      "drafts[0].text is missing: a draft of kind caption needs it",
    ],
    [{ ...minimal, caseId: "a\u0000b" }, "caseId must be text without U+0000"],
    ['{"schemaVersion":1,"caseId":"\\ud800","source":{"name":"x"}}', "caseId must be text without"],
    [
      '{"schemaVersion":1,"caseId":"a","source":{"name":"x"},"images":[{"file":"a.png","regions":[{"kind":"probe","points":[[1e999,1]]}]}]}',
      "images[0].regions[0].points[0][0] must be a number",
    ],
    [
      { ...minimal, images: [{ file: "a.png", regions: [{ kind: "ellipse", points: [[1, 1]] }] }] },
      "images[0].regions[0].points must hold 4 for a region of kind ellipse, got 1",
    ],
    ['{"schemaVersion":1,"caseId":"a","caseId":"b","source":{"name":"x"}}', "caseId is given twice"],
    [
      '{"schemaVersion":1,"caseId":"a","source":{"name":"x"},"qa":[{"question":"1","question":"2"}]}',
      "qa[0].question is given twice",
    ],
    [
      '{"schemaVersion":1,"caseId":"a","source":{"name":"x"},"__proto__":{"polluted":true}}',
      "the document has an unknown field: __proto__",
    ],
    ["", "the file is empty"],
    ['{"schemaVersion":1', "is not JSON"],
    ["[]", "the document must be an object, got a list"],
    ["[".repeat(100_000), "is not JSON"],
  ])("names the place: %# %j", (value, reason) => {
    expect(reasonOf(value)).toContain(reason);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("answers whatever it is given", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string()),
        (text) => typeof parseBundle(Buffer.from(text)).ok === "boolean",
      ),
    );
    const whole = JSON.stringify({ ...minimal, images: [{ file: "a.png", regions: [] }], qa: [] });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes.writeUInt8(byte, at);
        const parsed = parseBundle(bytes);
        return parsed.ok || parsed.reason.length > 0;
      }),
      { numRuns: 500 },
    );
  });

  it("says how many findings it left out", () => {
    const images = Array.from({ length: 9 }, () => ({}));
    expect(reasonOf({ ...minimal, images })).toMatch(/; and 4 more$/);
  });

  it("refuses UTF-16", () => {
    expect(parseBundle(Buffer.from(JSON.stringify(minimal), "utf16le")).ok).toBe(false);
    expect(parseBundle(Buffer.from(`\ufeff${JSON.stringify(minimal)}`, "utf16le"))).toMatchObject({
      reason: "is not UTF-8 text",
    });
  });

  it("asks for as many points of a region as a reading does", () => {
    for (const kind of regionKinds)
      for (const count of [1, 2, 3, 4, 5]) {
        const [least, most] = regionPointCounts[kind];
        const region = {
          instanceId: "018f4f2e-0000-7000-8000-000000000000",
          frame: 1,
          kind,
          points: Array.from({ length: count }, (_, at) => [at, at]),
          label: "",
          labelAt: null,
          hidden: false,
          renderer: "cpu",
          derivedFrom: null,
        };
        expect(regionSchema.safeParse(region).success).toBe(count >= least && count <= most);
      }
  });
});
