import { describe, expect, test } from "vitest";
import { wordCount } from "@/lib/core/text/split-sentences";
import { sampleCases } from "../testing/sample-cases";
import type { DraftingInput, DraftPlan } from "../types/drafts";
import { draftCase } from "./draft-case";
import { draftText } from "./draft-text";
import { containsTerms, protectedTerms } from "./protected-terms";
import { sourceSentences } from "./source-sentences";

/** What holds for every case: exact spans, no changed facts, no passage copied whole, a sound number of questions. */
function expectSound(input: DraftingInput, plans: readonly DraftPlan[]): void {
  const passages = new Map(input.passages.map((passage) => [passage.id, passage]));
  for (const plan of plans) {
    const text = draftText(plan.payload);
    expect(plan.sentences.length).toBeGreaterThan(0);
    for (const sentence of plan.sentences) {
      const words = text.slice(sentence.start, sentence.end);
      expect(words).toBe(words.trim());
      expect(words).not.toBe("");
      expect(sentence.sources.length).toBeGreaterThan(0);
      const sources = sentence.sources.map(({ passageId, start, end }) => {
        const passage = passages.get(passageId)?.text ?? "";
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(passage.length);
        return passage.slice(start, end);
      });
      if (plan.method === "source-verbatim") continue;
      const said = sources.flatMap(protectedTerms);
      expect(containsTerms(said, protectedTerms(words)), `${words} <- ${sources.join(" / ")}`).toBe(true);
    }
    if (plan.payload.form === "text")
      for (const passage of passages.values()) expect(text.trim()).not.toBe(passage.text.trim());
  }
  const usable = input.passages.filter(({ kind }) => kind !== "qa").flatMap(sourceSentences);
  const words = usable
    .filter(({ kind }) => kind === "caption" || kind === "findings")
    .reduce((sum, { text }) => sum + wordCount(text), 0);
  const questions = plans.filter(({ kind, method }) => kind === "qa" && method === "offline-rules").length;
  expect(questions).toBeLessThanOrEqual(10);
  if (words >= 20) expect(questions).toBeGreaterThanOrEqual(3);
}

const caption = (id: string, imageId: string, text: string) =>
  ({ id, kind: "caption", imageId, text, qa: null }) as const;
const ovary: DraftingInput = {
  language: "en",
  images: [
    { id: "i1", figure: "1a", modality: "CT", plane: "axial", bodyPart: "ABDOMEN", oneOfMany: false },
    { id: "i2", figure: "1b", modality: "MR", plane: "sagittal", bodyPart: null, oneOfMany: false },
    { id: "i3", figure: null, modality: "US", plane: null, bodyPart: null, oneOfMany: false },
  ],
  passages: [
    caption(
      "c1",
      "i1",
      "Axial CT image shows a 4.5cm cystic mass in the right lower quadrant (red arrow). No ascites.",
    ),
    caption(
      "c2",
      "i2",
      "(a) CT shows a mass; (b) MR shows the normal left ovary (white arrow) and an asterisk in the cyst.",
    ),
    {
      id: "f",
      kind: "findings",
      imageId: null,
      text: "CT shows a right adnexal mass. No pleural effusion.",
      qa: null,
    },
    { id: "d", kind: "diagnosis", imageId: null, text: "Mucinous cystadenoma", qa: null },
    {
      id: "dd",
      kind: "differential",
      imageId: null,
      text: "1. Mucinous cystadenoma\n2. Tubo-ovarian abscess\n3. Dermoid",
      qa: null,
    },
  ],
  given: [],
};
const textOf = (plan: DraftPlan | undefined) => (plan ? draftText(plan.payload) : null);

describe("a case with captions and findings", () => {
  const plans = draftCase(ovary);
  const question = (rule: string) => plans.find((plan) => plan.rule === `question: ${rule}`)?.payload;

  test("is drafted soundly and always alike", () => {
    expectSound(ovary, plans);
    expect(draftCase(ovary)).toEqual(plans);
  });
  test("captions lead with the labels, keep to their panel, and borrow nothing that names another modality", () => {
    const captions = plans.filter(({ kind }) => kind === "caption");
    expect(textOf(captions[0])).toBe(
      "CT of the abdomen, axial: A 4.5 cm cystic mass in the right lower quadrant (red arrow). No ascites.",
    );
    expect(textOf(captions[1])).toMatch(/^MR, sagittal: \(?.*normal left ovary \(white arrow\)/);
    expect(textOf(captions[1])).not.toContain("CT shows");
    expect(textOf(captions[2])).toBe("Ultrasound (from the findings of the case): No pleural effusion.");
  });
  test("asks about the marker in the source's own words", () => {
    const markers = plans.filter(({ rule }) => rule === "question: marker").map(({ payload }) => payload);
    expect(markers).toContainEqual(
      expect.objectContaining({
        qa: expect.objectContaining({ question: "What does the white arrow indicate?" }),
      }),
    );
    expect(question("side")).toMatchObject({
      qa: { options: ["Left", "Right", "Both sides"], answerIndexes: [1] },
    });
    expect(question("size")).toMatchObject({
      qa: { question: "What size is given for the cystic mass?", answer: "4.5 cm" },
    });
    expect(question("absence")).toMatchObject({
      qa: { question: "Is there evidence of pleural effusion?", answer: "No" },
    });
    expect(question("diagnosis")).toMatchObject({
      qa: { answer: "Mucinous cystadenoma", answerIndexes: [1] },
    });
  });
  test("the discussion names diagnosis and differential as the source's", () => {
    expect(textOf(plans.find(({ kind }) => kind === "discussion"))).toBe(
      "The final diagnosis given by the source is Mucinous cystadenoma. The differential diagnosis of the source lists Mucinous cystadenoma, Tubo-ovarian abscess and Dermoid.",
    );
  });
});

test("where nobody wrote anything nothing is drafted", () => {
  expect(draftCase({ ...ovary, passages: [] })).toEqual([]);
});

test("a slice sampled among others borrows no caption from the findings", () => {
  const images = ovary.images.map((image) => ({ ...image, oneOfMany: true }));
  const captions = draftCase({ ...ovary, images }).filter(({ kind }) => kind === "caption");
  expect(captions.map(({ imageId }) => imageId)).toEqual(["i1", "i2"]);
});

test("places that came with a draft are left alone", () => {
  const plans = draftCase({
    ...ovary,
    given: [
      { kind: "caption", imageId: "i1" },
      { kind: "findings", imageId: null },
    ],
  });
  expect(plans.some(({ kind, imageId }) => kind === "caption" && imageId === "i1")).toBe(false);
  expect(plans.some(({ kind }) => kind === "findings")).toBe(false);
});

test("questions that humans wrote come first and stay as they are", () => {
  const qa = {
    question: "Is there a fracture?",
    options: ["Yes", "No"],
    answerIndexes: [1],
    answer: "No",
    reasoning: "",
    answerType: "closed",
  };
  const passage = { id: "q1", kind: "qa", imageId: "i1", text: "Is there a fracture?\nNo", qa } as const;
  const plans = draftCase({ ...ovary, passages: [...ovary.passages, passage] });
  const first = plans.find(({ kind }) => kind === "qa");
  expect(first).toMatchObject({ method: "source-verbatim", imageId: "i1" });
  expect(first?.sentences.map(({ sources }) => sources)).toEqual([
    [{ passageId: "q1", start: 0, end: 20 }],
    [{ passageId: "q1", start: 21, end: 23 }],
  ]);
  expectSound({ ...ovary, passages: [...ovary.passages, passage] }, plans);
});

const samples = process.env.SAMPLE_DATA_DIR;
if (!samples) console.info("SAMPLE_DATA_DIR is not set: drafting of real cases is not tested");
describe.skipIf(!samples)("real cases", () => {
  test("every one is drafted soundly", () => {
    const cases = sampleCases(samples ?? "");
    expect(cases.length).toBeGreaterThan(1000);
    for (const { input } of cases) expectSound(input, draftCase(input));
  });
});
