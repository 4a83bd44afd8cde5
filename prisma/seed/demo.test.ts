import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { CaseBundle, DemoCase } from "./bundle/types";
import { DEMO_CASES } from "./demo";
import { DEMO_GUIDELINES } from "./guidelines";

const named = DEMO_CASES.map((demo) => [demo.bundle.caseId, demo] as const);
const words = (text: string) => text.split(/\s+/).length;

async function firstFile(demo: DemoCase): Promise<string | null> {
  for await (const { path, content } of demo.files())
    return `${path} ${createHash("sha256").update(content).digest("hex")}`;
  return null;
}

function textsOf({ sections, images, drafts }: CaseBundle): string[] {
  const { clinicalHistory, imagingFindings, discussion } = sections;
  const captions = images.map((image) => image.caption);
  return [
    clinicalHistory,
    imagingFindings,
    discussion,
    ...captions,
    ...drafts.map((draft) => draft.text),
  ].filter((text) => text !== null);
}

// Some pictures take seconds each, more on a busy machine.
describe("demo cases", { timeout: 240_000 }, () => {
  it("have different ids, and among them one without pictures and one without text", () => {
    expect(new Set(named.map(([id]) => id)).size).toBe(DEMO_CASES.length);
    const bundles = DEMO_CASES.map((demo) => demo.bundle);
    expect(bundles.filter(({ series, images }) => series.length + images.length === 0)).toHaveLength(1);
    expect(bundles.filter((bundle) => textsOf(bundle).length === 0)).toHaveLength(1);
  });

  it.each(named)("%s makes the same bytes twice", async (_id, demo) => {
    expect(await firstFile(demo)).toBe(await firstFile(demo));
  });

  it.each(named)("%s has texts of at least 20 words", (_id, { bundle }) => {
    expect(textsOf(bundle).filter((text) => words(text) < 20)).toEqual([]);
  });

  it.each(named)("%s refers only to images that it has", (_id, { bundle }) => {
    const ids = new Set(bundle.images.map((image) => image.id));
    const series = new Set(bundle.series.map(({ id }) => id));
    for (const { image } of [...bundle.qa, ...bundle.drafts])
      if (image !== null) expect(ids).toContain(image);
    for (const image of bundle.images) if ("series" in image) expect(series).toContain(image.series);
    expect(ids.size).toBe(bundle.images.length);
  });

  it.each(named)("%s has answers that are among their options", (_id, { bundle }) => {
    const questions = [...bundle.qa, ...bundle.drafts.flatMap((draft) => draft.qa ?? [])];
    for (const { options, answerIndexes, answer } of questions)
      if (options.length > 0) expect(answerIndexes.map((index) => options[index])).toEqual([answer]);
  });

  it("does not name files in the order of slices", () => {
    for (const { bundle } of DEMO_CASES)
      for (const { files } of bundle.series)
        if (files.length > 1) expect([...files].sort()).not.toEqual(files);
  });
});

describe("demo guidelines", () => {
  it.each(DEMO_GUIDELINES.map((each) => [each.id, each] as const))(
    "%s has 150 to 400 words and says it is synthetic",
    (_id, each) => {
      expect(words(each.clean_text)).toBeGreaterThanOrEqual(150);
      expect(words(each.clean_text)).toBeLessThanOrEqual(400);
      expect(each.source).toContain("synthetic");
    },
  );
});
