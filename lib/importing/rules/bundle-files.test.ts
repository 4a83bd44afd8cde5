import { describe, expect, it } from "vitest";
import { refusedObject } from "../normalise/refused-objects";
import { caseBundleSchema } from "../schema";
import { namedFiles, spoiledBundle } from "./bundle-files";
import { filesOfSeries } from "./files-of-series";
import { pictureGroups } from "./picture-groups";

const bundleOf = (value: object) =>
  caseBundleSchema.parse({ schemaVersion: 1, caseId: "1", source: { name: "s" }, ...value });
const refusal = (reason: string) => ({ kind: "refused" as const, file: "x", reason });

describe("files of a bundle", () => {
  const paths = ["ct/s10.dcm", "ct/s2.dcm", "ct2/1.dcm", "fig/1.png", "notes.txt"];

  it("takes a folder by name, numbers as numbers, and no folder whose name only begins alike", () => {
    expect(filesOfSeries({ files: ["ct"] }, paths)).toEqual(["ct/s2.dcm", "ct/s10.dcm"]);
    expect(filesOfSeries({ files: ["ct/s10.dcm", "ct/"] }, paths)).toEqual(["ct/s10.dcm", "ct/s2.dcm"]);
  });

  it("names what is missing and what is left over", () => {
    const bundle = bundleOf({ series: [{ id: "a", files: ["ct"] }], images: [{ file: "fig/1.png" }] });
    expect(namedFiles(bundle, paths)).toEqual({
      ok: true,
      named: ["fig/1.png", "ct/s2.dcm", "ct/s10.dcm"],
      unnamed: ["ct2/1.dcm", "notes.txt"],
    });
    expect(namedFiles(bundleOf({ series: [{ id: "a", files: ["ct", "mr"] }] }), paths)).toEqual({
      ok: false,
      reason: "series[0].files[1] is not in the bundle: mr",
    });
  });

  it("is spoiled by a refused slice only where slices are counted, and never by an object without slices", () => {
    const refusals = new Map([["ct/s2.dcm", refusal("The file is damaged.")]]);
    const counted = bundleOf({ series: [{ id: "a", files: ["ct"], keySlices: [1] }] });
    expect(spoiledBundle(counted, paths, refusals)).toContain("series[0] counts slices");
    expect(spoiledBundle(bundleOf({ series: [{ id: "a", files: ["ct"] }] }), paths, refusals)).toBeNull();
    for (const modality of ["SEG", "SR", "PR", "KO", "RTSTRUCT", "RTPLAN", "RTDOSE"]) {
      const reason = refusedObject("", modality, 1) ?? "";
      expect(spoiledBundle(counted, paths, new Map([["ct/s2.dcm", refusal(reason)]]))).toBeNull();
    }
  });

  it("gathers panels of one figure", () => {
    const images = [
      { id: "w", file: "w.png", figure: "2" },
      { file: "a.png", figure: "1a" },
      { file: "b.png", figure: "1b" },
      { file: "c.png", panelOf: "w" },
      { file: "d.png" },
    ];
    const groups = pictureGroups(bundleOf({ images }), () => []);
    expect([...groups.values()].map(({ uid, label }) => [uid, label])).toEqual([
      ["figure-2", "Figure 2"],
      ["figure-1", "Figure 1"],
      ["figure-1", "Figure 1"],
      ["figure-2", "Figure 2"],
      ["picture-d.png", "Picture"],
    ]);
  });
});
