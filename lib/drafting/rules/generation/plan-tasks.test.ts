import { describe, expect, test } from "vitest";
import type { GenerationCase, GenerationImage } from "../../data/generation-case";
import type { DraftingPassage } from "../../types/drafts";
import { planTasks } from "./plan-tasks";
import { regionOutlines } from "./region-outlines";

const image = (id: string, more: Partial<GenerationImage> = {}): GenerationImage => ({
  id,
  figure: null,
  modality: "CT",
  plane: null,
  bodyPart: null,
  oneOfMany: false,
  instanceId: `instance of ${id}`,
  frame: 1,
  crop: null,
  window: { center: 40, width: 400 },
  regions: [],
  ...more,
});
const passage = (kind: DraftingPassage["kind"], imageId: string | null = null): DraftingPassage => ({
  id: `${kind} ${imageId ?? "case"}`,
  kind,
  imageId,
  text: "A mass.",
  qa: null,
});
const base: GenerationCase = {
  id: "case",
  projectId: "project",
  label: "RR-00001",
  language: "en",
  translated: new Set(),
  state: "ready",
  openReports: [],
  externalModelAllowed: true,
  frozen: false,
  images: [image("a"), image("b")],
  passages: [],
  drafts: [],
};
const planning = { seed: 1, longestSide: 1024, ownMethods: ["offline-rules", "openai"] };
const plan = (change: Partial<GenerationCase>, step: Parameters<typeof planTasks>[1]) =>
  planTasks({ ...base, ...change }, step, planning);
const text = (words: string) => ({ form: "text", text: words }) as const;
const draft = (
  id: string,
  kind: "caption" | "findings" | "qa",
  imageId: string | null,
  method = "openai",
) => ({
  id,
  kind,
  imageId,
  method,
  language: "en",
  payload: text("A 3 cm mass."),
});

describe("captions", () => {
  test("come from the image's own caption, else the case's findings, else the image", () => {
    const own = plan({ passages: [passage("caption", "a"), passage("findings")] }, "caption").tasks;
    expect(own.map(({ prompt }) => prompt.id)).toEqual(["caption", "caption-from-findings"]);
    expect(plan({}, "caption").tasks.map(({ prompt }) => prompt.id)).toEqual([
      "caption-from-image",
      "caption-from-image",
    ]);
    expect(own[0]?.blocks).toEqual([
      { name: "caption by a person", passageId: "caption a" },
      { name: "labels of Image 1", words: "Modality: CT" },
    ]);
  });

  test("of a slice among many are asked for only where a person wrote one; a given one is left alone", () => {
    const images = [image("a", { oneOfMany: true }), image("b", { oneOfMany: true }), image("c")];
    const { tasks, skips } = plan(
      { images, passages: [passage("caption", "a")], drafts: [draft("d", "caption", "c", "bundle")] },
      "caption",
    );
    expect(tasks.map(({ imageId }) => imageId)).toEqual(["a"]);
    expect(skips.map(({ imageId, reason }) => [imageId, reason])).toEqual([
      ["b", "sampled-slice"],
      ["c", "given"],
    ]);
  });
});

test("every text that stands is translated once, a text of that language never", () => {
  const drafts = [draft("c", "caption", "a"), draft("f", "findings", null)];
  const { tasks, skips } = plan({ drafts, translated: new Set(["c"]) }, "translation");
  expect(skips).toMatchObject([{ imageId: "a", reason: "drafted-before" }]);
  expect(tasks).toMatchObject([
    {
      kind: "findings",
      parentDraftId: "f",
      variables: { count: "1", shape: "text" },
      blocks: [{ name: "lines", words: "1. A 3 cm mass." }],
    },
  ]);
  expect(plan({ drafts, language: "zh-CN" }, "translation").tasks).toEqual([]);
});

test("findings and discussion need human text and send no picture", () => {
  expect(plan({ passages: [passage("history")] }, "findings").skips).toMatchObject([{ reason: "no-text" }]);
  expect(plan({ passages: [passage("findings")] }, "discussion").skips).toMatchObject([
    { reason: "no-text" },
  ]);
  const [task] = plan({ passages: [passage("findings"), passage("diagnosis")] }, "discussion").tasks;
  expect(task?.pictures).toEqual([]);
  expect(task?.blocks).toHaveLength(2);
});

describe("questions", () => {
  test("are asked about captions that stand, fewer where people asked some, with images of the case together", () => {
    const drafts = [
      draft("c", "caption", "a"),
      draft("q", "qa", "a", "bundle"),
      draft("o", "qa", "a", "offline-rules"),
      draft("f", "findings", null),
    ];
    const { tasks, skips } = plan({ drafts }, "qa");
    expect(skips).toEqual([{ step: "qa", imageId: "b", reason: "no-caption" }]);
    expect(tasks.map(({ imageId, variables }) => [imageId, variables.count])).toEqual([
      ["a", "2"],
      [null, "3"],
    ]);
    expect(tasks[0]?.parentDraftId).toBe("c");
    expect(tasks[1]?.pictures.map(({ name }) => name)).toEqual(["Image 1", "Image 2"]);
    expect(tasks.map(({ prompt }) => prompt.id)).toEqual(["questions", "questions-several"]);
  });

  test("of a case with one image need no second one", () => {
    const [task] = plan({ images: [image("a")], drafts: [draft("f", "findings", null)] }, "qa").tasks;
    expect(task?.prompt.id).toBe("questions");
  });

  test("show four images at most", () => {
    const images = Array.from({ length: 9 }, (_, index) => image(String(index)));
    const [task] = plan({ images, drafts: [draft("f", "findings", null)] }, "qa").tasks;
    expect(task?.pictures).toHaveLength(4);
  });
});

test("regions are outlined in a second picture, named by colour, moved and scaled with the panel", () => {
  const points = [
    [10, 10],
    [30, 10],
    [30, 20],
    [10, 20],
  ] as [number, number][];
  const region = { id: "r", kind: "rectangle", points, label: "mass" };
  const [task] = plan({ images: [image("a", { regions: [region] })] }, "caption").tasks;
  expect(task?.pictures.map(({ regionIds }) => regionIds)).toEqual([[], ["r"]]);
  expect(task?.blocks[0]).toMatchObject({ words: "Modality: CT\nRegion outlined in yellow: mass" });
  const svg = regionOutlines([region], { left: 10, top: 5, scale: 2, width: 100, height: 50 });
  expect(svg).toContain('points="0,10 40,10 40,30 0,30"');
  expect(svg).toContain('stroke="yellow"');
  const ellipse = {
    kind: "ellipse",
    points: [
      [0, 10],
      [20, 10],
      [10, 5],
      [10, 15],
    ] as [number, number][],
  };
  const drawn = regionOutlines([ellipse], { left: 0, top: 0, scale: 1, width: 40, height: 40 });
  expect(drawn).toContain('<ellipse cx="10" cy="10" rx="10" ry="5" transform="rotate(0 10 10)"');
});
