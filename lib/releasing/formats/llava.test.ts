import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { imageOf as image, releaseOf as released } from "../testing/release-of";
import type { ReleaseCase } from "../types";
import { llava } from "./llava";

const rowSchema = z.strictObject({
  id: z.string(),
  image: z
    .string()
    .regex(/^images\/[^/]+\.png$/)
    .optional(),
  conversations: z.array(z.strictObject({ from: z.enum(["human", "gpt"]), value: z.string().min(1) })).min(2),
});
const rows = (given: ReleaseCase) => llava.rows(given).map(({ value }) => rowSchema.parse(value));
const tokens = (text: string) => text.split("<image>").length - 1;

test("a caption is the answer to a fixed question about its image", () => {
  const [row] = rows(released([{}]));
  expect(row).toMatchObject({ id: "RR-00001-t0", image: "images/RR-00001-i1.png" });
  expect(row?.conversations[0]?.value).toMatch(/^<image>\n[A-Z]/);
  expect(row?.conversations[1]).toEqual({ from: "gpt", value: "A mass." });
});

test("closed questions carry lettered options and are answered with letter and text", () => {
  const qa = {
    question: "On which side is the mass?",
    options: ["Left", "Right"],
    answerIndexes: [1],
    answer: "Right",
    reasoning: "It lies right.",
  };
  const [row] = rows(released([{ kind: "qa", payload: { form: "qa", qa } }]));
  expect(row?.conversations.map(({ value }) => value)).toEqual([
    "<image>\nOn which side is the mass?\nA. Left\nB. Right",
    "B. Right",
  ]);
  const open = { ...qa, options: [], answerIndexes: [] };
  expect(
    rows(released([{ kind: "qa", payload: { form: "qa", qa: open } }]))[0]?.conversations[1]?.value,
  ).toBe("Right\nIt lies right.");
});

test("texts of a case with several images stand without one, on the approved texts they rest on", () => {
  const [, findings, discussion] = rows(
    released(
      [
        {},
        { kind: "findings", imageId: null, payload: { form: "text", text: "One mass." } },
        { kind: "discussion", imageId: null, payload: { form: "text", text: "Likely benign." } },
      ],
      [image("i1"), image("i2")],
    ),
  );
  expect(findings).not.toHaveProperty("image");
  expect(findings?.conversations[0]?.value).toBe(
    "Images of the case:\nA mass.\n\nWrite the imaging findings of this case.",
  );
  expect(discussion?.conversations[0]?.value).toBe("Findings of the case:\nOne mass.\n\nDiscuss this case.");
});

test("a translation is asked for in its language and rests on texts of its language only", () => {
  const draft = {
    id: "d",
    kind: "findings",
    imageId: null,
    parentDraftId: "e",
    method: "translation",
    language: "zh",
    payload: { form: "text", text: "一个肿块。" },
    contentHash: "",
    sentences: [],
    questionLabels: [],
    provenance: {},
    createdAt: new Date(0),
    superseded: false,
  } as const;
  const findings = { kind: "findings", imageId: null } as const;
  const [, , english, chinese] = rows(
    released(
      [
        {},
        { payload: { form: "text", text: "图示肿块。" }, draft: { ...draft, kind: "caption" } },
        { ...findings, payload: { form: "text", text: "One mass." } },
        { ...findings, payload: draft.payload, draft },
      ],
      [image("i1"), image("i2")],
    ),
  );
  expect(english?.conversations[0]?.value).toContain("A mass.\n\nWrite");
  expect(english?.conversations[0]?.value).not.toContain("肿块");
  expect(chinese?.conversations[0]?.value).toBe("本病例的图像：\n图示肿块。\n\n请写出本病例的影像学表现。");
});

test("whatever the texts say, roles alternate and only the first human turn has the one token", () => {
  const words = fc
    .array(fc.constantFrom("<image>", "<IMAGE>", "mass", "\n", "<", "image>", "é", "肺"), { minLength: 1 })
    .map((list) => `x ${list.join("")}`);
  const qa = fc.record({
    question: words,
    options: fc.array(words, { maxLength: 4 }),
    answer: words,
    reasoning: words,
  });
  const payloads = fc.oneof(
    words.map((text) => ({ kind: "caption", payload: { form: "text", text } }) as const),
    qa.map(
      (pair) =>
        ({
          kind: "qa",
          payload: { form: "qa", qa: { ...pair, answerIndexes: pair.options.length > 0 ? [0] : [] } },
        }) as const,
    ),
  );
  fc.assert(
    fc.property(
      payloads,
      fc.constantFrom("i1", null),
      fc.integer({ min: 1, max: 2 }),
      (item, imageId, count) => {
        const images = [image("i1"), image("i2")].slice(0, count);
        for (const row of rows(released([{ ...item, imageId }], images))) {
          const [first, ...others] = row.conversations;
          expect(row.conversations.map(({ from }) => from)).toEqual(["human", "gpt"]);
          expect(tokens(first?.value ?? "")).toBe(row.image ? 1 : 0);
          if (row.image) expect(first?.value.startsWith("<image>\n")).toBe(true);
          for (const turn of others) expect(turn.value).not.toMatch(/<image>/i);
        }
      },
    ),
  );
});
