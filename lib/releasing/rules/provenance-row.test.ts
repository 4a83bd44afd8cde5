import { expect, test } from "vitest";
import { pubmedvision } from "../formats/pubmedvision";
import { imageOf, releaseOf } from "../testing/release-of";
import type { ApprovedItem, ReviewedDraft } from "../types";
import { provenanceRow } from "./provenance-row";

const qa = { question: "Is it benign?", options: [], answerIndexes: [], answer: "Yes.", reasoning: "" };
const said = { labeller: "openai gpt-4o, question-label 1", label: "inference" };
const draft: ReviewedDraft = {
  id: "d",
  kind: "qa",
  imageId: "i1",
  parentDraftId: null,
  method: "openai",
  language: "en",
  payload: { form: "qa", qa },
  contentHash: "",
  sentences: [],
  questionLabels: [said],
  provenance: {},
  createdAt: new Date(0),
  superseded: false,
};
const seen = {
  labeller: "openai gpt-4o, modality 1",
  modality: "CT",
  bodyPart: null,
  plane: null,
  confidence: 0.9,
};

function provenanceOf(item: Partial<ApprovedItem>, images = [imageOf("i1", { labels: [seen] })]) {
  const released = releaseOf([item], images);
  const [row] = pubmedvision.rows(released);
  const [approved] = released.items;
  if (!row || !approved) throw new Error("no row");
  return provenanceRow(row, approved, released);
}

test("a row says what models called its question and its image, and who they are", () => {
  const row = provenanceOf({ kind: "qa", payload: { form: "qa", qa }, draft });
  expect(row).toMatchObject({ questionLabels: [said], image: { labels: [seen] } });
  expect(row).not.toHaveProperty("images");
});

test("a question in a reader's other words has no label; new words of the answer leave it", () => {
  const worded = (change: Partial<typeof qa>) =>
    provenanceOf({ kind: "qa", payload: { form: "qa", qa: { ...qa, ...change } }, draft }).questionLabels;
  expect(worded({ question: "On which side is it?" })).toEqual([]);
  expect(worded({ answer: "Most likely." })).toEqual([said]);
  expect(provenanceOf({}).questionLabels).toEqual([]);
});

test("a row says its language, and a translation which text it says again", () => {
  expect(provenanceOf({})).toMatchObject({ language: "en", translationOf: null });
  const translated = {
    ...draft,
    kind: "caption",
    method: "translation",
    language: "zh",
    parentDraftId: "e",
  } as const;
  expect(provenanceOf({ draft: translated })).toMatchObject({ language: "zh", translationOf: "e" });
  expect(provenanceOf({ draft: { ...draft, parentDraftId: "e" } })).toMatchObject({ translationOf: null });
});

test("of several images each is named, in their order", () => {
  const row = provenanceOf({ kind: "findings", imageId: null }, [imageOf("i1"), imageOf("i2")]);
  expect(row).toMatchObject({
    image: null,
    images: [{ file: "images/RR-00001-i1.png" }, { file: "images/RR-00001-i2.png" }],
  });
});
