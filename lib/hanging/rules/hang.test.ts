import { describe, expect, it } from "vitest";
import { imageWith, large, small, smallest, usual } from "../testing/images";
import type { HangImage } from "../types";
import { hang } from "./hang";

const mammogram = (side: "R" | "L", view: string, part: Partial<HangImage> = {}) =>
  imageWith(`${side} ${view}`, {
    modality: "MG",
    side,
    view,
    orientation: view === "CC" ? ["P", side === "R" ? "L" : "R"] : ["P", "F"],
    ...part,
  });
const four = [mammogram("L", "MLO"), mammogram("L", "CC"), mammogram("R", "MLO"), mammogram("R", "CC")];

describe("mammography", () => {
  it("hangs four views right on the left, cranio-caudal on top, whatever their order", () => {
    const hung = hang(four, usual);
    expect(hung).toMatchObject({
      ruleId: "mammography",
      ruleLabel: "mammography, four views",
      kind: "mammography:MG",
      layout: "2x2",
      cells: ["R CC", "L CC", "R MLO", "L MLO"],
    });
  });

  it("brings both chest walls to the middle", () => {
    const { views } = hang(four, usual);
    // Rows run to posterior in all four: as they are on the right side of the body, mirrored on the left one.
    expect(views["R CC"]).toEqual({ align: "right", mirrored: false, rotation: 0 });
    expect(views["R MLO"]).toEqual({ align: "right", mirrored: false, rotation: 0 });
    expect(views["L CC"]).toEqual({ align: "left", mirrored: true, rotation: 0 });
    expect(views["L MLO"]).toEqual({ align: "left", mirrored: true, rotation: 0 });
  });

  it("turns what is stored upside down: axilla and lateral side go up", () => {
    const turned = [
      mammogram("R", "CC", { orientation: ["A", "R"] }),
      mammogram("L", "CC", { orientation: ["A", "L"] }),
      mammogram("R", "MLO", { orientation: ["P", "HL"] }),
      mammogram("L", "MLO", { orientation: ["A", "FR"] }),
    ];
    const { views } = hang(turned, usual);
    expect(views["R CC"]).toEqual({ align: "right", mirrored: false, rotation: 180 });
    expect(views["L CC"]).toEqual({ align: "left", mirrored: true, rotation: 180 });
    expect(views["R MLO"]).toEqual({ align: "right", mirrored: true, rotation: 180 });
    expect(views["L MLO"]).toEqual({ align: "left", mirrored: false, rotation: 0 });
  });

  it("turns nothing whose orientation is not stated", () => {
    const { views } = hang(
      four.map((image) => ({ ...image, orientation: null })),
      usual,
    );
    expect(views["L CC"]).toEqual({ align: "left" });
  });

  it("takes the plain view before tomosynthesis and before a view that stands for it", () => {
    const more = [
      mammogram("R", "CC", { stackId: "slices", kind: "volume" }),
      mammogram("R", "XCCL", { stackId: "exaggerated" }),
      ...four,
    ];
    expect(hang(more, usual).cells[0]).toBe("R CC");
  });

  it("hangs what there is of one breast as a pair, and a missing view as an empty viewport", () => {
    const left = hang(
      four.filter((image) => image.side === "L"),
      usual,
    );
    expect(left).toMatchObject({
      layout: "1x2",
      cells: ["L CC", "L MLO"],
      ruleLabel: "mammography, two views",
    });
    const three = hang(
      four.filter((image) => image.stackId !== "L CC"),
      usual,
    );
    expect(three.cells).toEqual(["R CC", null, "R MLO", "L MLO"]);
    expect(three.ruleLabel).toBe("mammography, three views");
  });

  it("shows the pair of the same view where four viewports would be too small", () => {
    expect(hang(four, { windowWidth: 1280, width: 672, height: 600 })).toMatchObject({
      layout: "1x2",
      cells: ["R CC", "L CC", "R MLO", "L MLO"],
    });
  });
});

describe("radiographs", () => {
  const lateral = imageWith("lateral", { modality: "DX", view: "LL", bodyPart: "CHEST" });
  const frontal = imageWith("frontal", {
    modality: "DX",
    view: "PA",
    bodyPart: "CHEST",
    orientation: ["L", "F"],
  });

  it("of a chest hang with the frontal view on the left", () => {
    expect(hang([lateral, frontal], usual)).toMatchObject({
      ruleId: "frontal-lateral",
      ruleLabel: "chest PA and lateral",
      layout: "1x2",
      cells: ["frontal", "lateral"],
      views: { frontal: { mirrored: false, rotation: 0 } },
    });
  });

  it("stored from behind are mirrored, so that the patient is faced", () => {
    const { views } = hang([lateral, { ...frontal, orientation: ["R", "F"] }], usual);
    expect(views.frontal).toEqual({ mirrored: true, rotation: 0 });
  });

  it("without View Position are known by their description", () => {
    const said = [
      imageWith("one", { modality: "CR", words: ["chest", "lateral"] }),
      imageWith("two", { modality: "CR", words: ["chest", "pa"] }),
    ];
    expect(hang(said, small)).toMatchObject({ layout: "1x2", cells: ["two", "one"] });
  });
});

describe("sections", () => {
  const mr = (stackId: string, plane: "axial" | "coronal" | "sagittal", ...words: string[]) =>
    imageWith(stackId, { modality: "MR", kind: "volume", plane, words, slices: 20 });

  it("of MR hang axial first, in the order T1, T2, FLAIR, diffusion, after contrast", () => {
    const images = [
      mr("scout", "sagittal", "localizer"),
      mr("sag t1", "sagittal", "t1"),
      mr("t1 post", "axial", "t1", "contrast"),
      mr("dwi", "axial", "dwi"),
      mr("flair", "axial", "flair"),
      mr("t2", "axial", "t2"),
      mr("t1", "axial", "t1", "pre"),
    ];
    expect(hang(images, usual)).toMatchObject({
      ruleId: "sections",
      layout: "2x2",
      cells: ["t1", "t2", "flair", "dwi", "t1 post", "sag t1"],
    });
  });

  it("of a spine begin with the sagittal plane", () => {
    const spine = [mr("ax", "axial", "t2"), mr("sag", "sagittal", "t2")].map((image) => ({
      ...image,
      bodyPart: "LSPINE",
    }));
    expect(hang(spine, usual)).toMatchObject({ layout: "1x2", cells: ["sag", "ax"] });
  });

  it("of CT hang one of each plane before the second of any", () => {
    const ct = (stackId: string, plane: "axial" | "coronal" | "sagittal") =>
      imageWith(stackId, { kind: "volume", plane, slices: 100 });
    const images = [ct("sag", "sagittal"), ct("soft", "axial"), ct("lung", "axial"), ct("cor", "coronal")];
    expect(hang(images, usual).cells).toEqual(["soft", "cor", "sag", "lung"]);
    expect(hang(images, small)).toMatchObject({ layout: "1x1" });
  });
});

describe("studies", () => {
  const ct = (stackId: string, studyId: string, studyDay: number | null) =>
    imageWith(stackId, { kind: "volume", plane: "axial", slices: 60, studyId, studyDay, label: "CT axial" });

  it("hang the current one left of the prior one, by their days", () => {
    expect(hang([ct("before", "a", 100), ct("now", "b", 465)], usual)).toMatchObject({
      ruleId: "prior-current",
      layout: "1x2",
      cells: ["now", "before"],
      linked: true,
    });
  });

  it("without days hang side by side, and none is called prior", () => {
    expect(hang([ct("one", "a", null), ct("other", "b", null)], usual)).toMatchObject({
      ruleId: "two-studies",
      ruleLabel: "two studies side by side",
      cells: ["one", "other"],
      linked: true,
    });
  });

  it("put each image beside the one most like it", () => {
    const images = [
      { ...ct("old cor", "a", 1), plane: "coronal" as const },
      ct("old ax", "a", 1),
      ct("new ax", "b", 9),
      { ...ct("new cor", "b", 9), plane: "coronal" as const },
    ];
    expect(hang(images, usual)).toMatchObject({
      layout: "2x2",
      cells: ["new ax", "old ax", "new cor", "old cor"],
    });
  });
});

describe("figures", () => {
  const panels = ["1f", "1b", "1a", "1d", "1c", "1e"].map((figure) =>
    imageWith(figure, { kind: "figure", figure, studyId: null, modality: "CT" }),
  );
  const ct = imageWith("ct", { kind: "volume", plane: "axial", slices: 80 });

  it("hang in the order of their labels, with the series after them", () => {
    const hung = hang([ct, ...panels], usual);
    expect(hung).toMatchObject({ ruleId: "figures", layout: "2x2" });
    expect(hung.cells).toEqual(["1a", "1b", "1c", "1d", "1e", "1f"]);
    expect(hang([ct, ...panels], small).layout).toBe("1x2");
    expect(hang([ct, ...panels], smallest).layout).toBe("1x1");
  });

  it("are counted as people count: 2 before 10", () => {
    const numbered = ["10", "2"].map((figure) =>
      imageWith(figure, { kind: "figure", figure, studyId: null }),
    );
    expect(hang(numbered, usual).cells).toEqual(["2", "10"]);
  });

  it("that were cut into panels give way to them", () => {
    const whole = imageWith("whole", { kind: "figure", figure: "1", compound: true, studyId: null });
    const cut = ["1b", "1a"].map((figure) =>
      imageWith(figure, { kind: "figure", figure, panel: true, studyId: null }),
    );
    expect(hang([whole, ...cut], usual).cells).toEqual(["1a", "1b"]);
  });
});

describe("everything else", () => {
  it("hangs clips before still images", () => {
    const images = [
      imageWith("still", { modality: "US" }),
      imageWith("moving", { modality: "US", kind: "clip" }),
    ];
    expect(hang(images, usual)).toMatchObject({ ruleId: "clips", layout: "1x2", cells: ["moving", "still"] });
  });

  it("shows a single image alone, and no viewport for a text", () => {
    expect(hang([imageWith("only")], large)).toMatchObject({
      ruleId: "single",
      layout: "1x1",
      cells: ["only"],
    });
    expect(hang([], large)).toMatchObject({ ruleId: "text-only", cells: [], kind: "text-only:none" });
  });

  it("hangs unknown kinds in the order of the case", () => {
    const images = ["a", "b", "c"].map((id) => imageWith(id, { modality: "XC" }));
    expect(hang(images, usual)).toMatchObject({ ruleId: "in-order", layout: "2x2", cells: ["a", "b", "c"] });
  });
});
