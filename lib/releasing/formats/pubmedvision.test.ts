import { expect, test } from "vitest";
import { z } from "zod";
import { wordingOf } from "../rules/question-wording";
import { imageOf, releaseOf } from "../testing/release-of";
import type { ReleaseCase } from "../types";
import { pubmedvision } from "./pubmedvision";

const rowSchema = z.strictObject({
  id: z.string(),
  image: z.array(z.string()).min(1).optional(),
  conversations: z.tuple([
    z.strictObject({ from: z.literal("human"), value: z.string().min(1) }),
    z.strictObject({ from: z.literal("gpt"), value: z.string().min(1) }),
  ]),
  modality: z.string().nullable(),
  body_part: z.string().nullable(),
});
const rows = (given: ReleaseCase) => pubmedvision.rows(given).map(({ value }) => rowSchema.parse(value));
const asked = (row: z.infer<typeof rowSchema> | undefined) => row?.conversations[0].value ?? "";
const { caption, several } = wordingOf("en");
const ofCase = { kind: "findings", imageId: null, payload: { form: "text", text: "Two masses." } } as const;

test("a caption of one image is asked for in the singular, without a token, and has the labels of its image", () => {
  const [row] = rows(releaseOf([{ payload: { form: "text", text: "An <image>." } }]));
  expect(row).toMatchObject({ image: ["images/RR-00001-i1.png"], modality: "CT", body_part: null });
  expect(caption).toContain(asked(row));
  expect(row?.conversations[1].value).toBe("An ＜image＞.");
});

test("the caption of a figure that was cut is shown with its panels and asked for in the plural", () => {
  const figure = imageOf("i1", { figure: "1" });
  const panels = ["a", "b"].map((id) => imageOf(id, { parentId: "i1" }));
  const qa = { question: "What is that?", options: [], answerIndexes: [], answer: "A mass.", reasoning: "" };
  const given = releaseOf(
    [{}, { imageId: "a" }, { kind: "qa", payload: { form: "qa", qa } }],
    [figure, ...panels],
  );
  const [whole, panel, question] = rows(given);
  expect(whole?.image).toEqual(["images/RR-00001-a.png", "images/RR-00001-b.png"]);
  expect(several).toContain(asked(whole));
  expect(panel?.image).toEqual(["images/RR-00001-a.png"]);
  expect(caption).toContain(asked(panel));
  expect(question).toMatchObject({ image: ["images/RR-00001-i1.png"] });
  expect(asked(question)).toBe("What is that?");
  // One part is not the whole figure.
  expect(rows(releaseOf([{}], [figure, imageOf("a", { parentId: "i1" })]))[0]?.image).toEqual([
    "images/RR-00001-i1.png",
  ]);
});

test("the findings of a case are shown with the images of its series, as far as one volume gives", () => {
  const slices = (count: number) => Array.from({ length: count }, (_, at) => imageOf(`i${at + 1}`));
  const [shown] = rows(releaseOf([ofCase], slices(20)));
  expect(shown?.image).toHaveLength(20);
  expect(several).toContain(asked(shown));
  const [, alone] = rows(releaseOf([{}, ofCase], slices(21)));
  expect(alone).not.toHaveProperty("image");
  expect(asked(alone)).toBe("Images of the case:\nA mass.\n\nWrite the imaging findings of this case.");
});

test("a label is said of a row only where all of its images have it", () => {
  const two = (modality: string | null) => [imageOf("i1"), imageOf("i2", { modality })];
  expect(rows(releaseOf([ofCase], two("CT")))[0]?.modality).toBe("CT");
  expect(rows(releaseOf([ofCase], two("MR")))[0]?.modality).toBeNull();
  expect(rows(releaseOf([ofCase], two(null)))[0]?.modality).toBeNull();
});

test("the same text is always asked for by the same question, and each question comes up", () => {
  const many = Array.from({ length: 400 }, () => ({ ...ofCase }));
  const images = [imageOf("i1"), imageOf("i2")];
  const questions = rows(releaseOf(many, images)).map(asked);
  expect(rows(releaseOf(many, images)).map(asked)).toEqual(questions);
  expect(new Set(questions)).toEqual(new Set(several));
});
