import { expect, it } from "vitest";
import { stackLabel } from "./stack-label";

const source = {
  modality: "MR",
  description: null,
  plane: "axial" as const,
  kind: "volume" as const,
  imageType: [],
  echoNumber: null,
  diffusionBValue: null,
};

it.each([
  [{ description: "T2W TSE" }, "T2 TSE axial"],
  [{}, "MR axial"],
  [{ description: "DWI", diffusionBValue: 1000 }, "DWI b 1000 axial"],
  [{ modality: "CT", description: "brain", plane: "axial" as const }, "CT axial"],
  [
    { modality: "CT", imageType: ["ORIGINAL", "PRIMARY", "LOCALIZER"], plane: "sagittal" as const },
    "CT localizer sagittal",
  ],
  [{ modality: "US", plane: null, kind: "clip" as const }, "US clip"],
  [
    {
      modality: "CT",
      plane: "sagittal" as const,
      kind: "clip" as const,
      imageType: ["ORIGINAL", "PRIMARY", "LOCALIZER"],
    },
    "CT localizer sagittal",
  ],
  [{ modality: "", plane: null, kind: "single" as const }, "Image"],
])("%j is called %s", (change, label) => {
  expect(stackLabel({ ...source, ...change })).toBe(label);
});
