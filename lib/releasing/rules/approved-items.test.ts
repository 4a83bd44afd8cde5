import { expect, test } from "vitest";
import type { DecisionValue, TextPayload } from "@/lib/reading/schema";
import type { ReviewedDraft, SubmittedReading } from "../types";
import { approvedItems } from "./approved-items";

const hash = "a".repeat(64);
const text = (words: string): TextPayload => ({ form: "text", text: words });
const source = [{ passageId: "p", start: 0, end: 5 }];

function draft(id: string, rest: Partial<ReviewedDraft> = {}): ReviewedDraft {
  return {
    id,
    kind: "caption",
    imageId: "i",
    parentDraftId: null,
    method: "offline-rules",
    payload: text(`CT: a mass in ${id}`),
    contentHash: hash,
    sentences: [{ id: "s1", start: 0, end: 5, sources: source }],
    questionLabels: [],
    provenance: {},
    language: "en",
    createdAt: new Date(0),
    superseded: false,
    ...rest,
  };
}

function reading(
  reader: string,
  decisions: Record<string, DecisionValue | [DecisionValue, number]>,
): SubmittedReading {
  const items = Object.entries(decisions).map(([id, given]) => {
    const [value, revision] = Array.isArray(given) ? given : [given, 1];
    return { id, revision, value };
  });
  return {
    id: reader,
    reader,
    submittedAt: new Date(1000),
    decisions: items,
    privateDrafts: [],
    regions: [],
  };
}

const accept: DecisionValue = { kind: "accept", draftHash: hash };
const edit = (words: string): DecisionValue => ({ kind: "edit", draftHash: hash, result: text(words) });
const reject: DecisionValue = { kind: "reject", draftHash: hash, reasons: ["wrong-side"], note: "" };
const unsure: DecisionValue = { kind: "cannot-judge", draftHash: hash, note: "" };
const added = (words: string): DecisionValue => ({
  kind: "added",
  textKind: "caption",
  imageId: "i",
  result: text(words),
});

const outcome = (drafts: ReviewedDraft[], readings: SubmittedReading[]) => {
  const { items, leftOut } = approvedItems(drafts, readings);
  return { in: items.map(({ payload }) => payload), out: leftOut.map(({ reason }) => reason) };
};

test.each<[string, DecisionValue[], ReturnType<typeof outcome>]>([
  ["one accepts", [accept], { in: [text("CT: a mass in d")], out: [] }],
  ["both accept", [accept, accept], { in: [text("CT: a mass in d")], out: [] }],
  ["one edits", [edit("a cyst")], { in: [text("a cyst")], out: [] }],
  ["both edit to the same words", [edit("a cyst"), edit("a cyst")], { in: [text("a cyst")], out: [] }],
  ["edits differ", [edit("a cyst"), edit("a mass")], { in: [], out: ["readings-differ"] }],
  ["one accepts, one edits", [accept, edit("a cyst")], { in: [], out: ["readings-differ"] }],
  ["one rejects", [accept, reject], { in: [], out: ["readings-differ"] }],
  ["all reject", [reject, reject], { in: [], out: ["rejected"] }],
  ["nobody can judge", [unsure], { in: [], out: ["cannot-judge"] }],
  [
    "typed but not decided",
    [{ kind: "editing", draftHash: hash, result: text("x") }],
    { in: [], out: ["undecided"] },
  ],
  [
    "about another draft",
    [{ kind: "accept", draftHash: "b".repeat(64) }],
    { in: [], out: ["another-draft"] },
  ],
  ["edited to nothing", [edit("  ")], { in: [], out: ["empty"] }],
])("%s", (_name, decisions, expected) => {
  const readings = decisions.map((decision, index) => reading(`reader ${index}`, { d: decision }));
  expect(outcome([draft("d")], readings)).toEqual(expected);
});

test("one who has not decided keeps the text in", () => {
  expect(outcome([draft("d")], [reading("a", { d: accept }), reading("b", {})])).toEqual({
    in: [],
    out: ["undecided"],
  });
});

test("a draft whose source changed is not released", () => {
  expect(outcome([draft("d", { superseded: true })], [reading("a", { d: accept })]).out).toEqual([
    "source-changed",
  ]);
});

test("a question judged before its caption was edited is not approved, judged after it is", () => {
  const drafts = [draft("c"), draft("q", { kind: "qa", parentDraftId: "c" })];
  const judged = (revision: number) => [reading("a", { c: [edit("a cyst"), 5], q: [accept, revision] })];
  expect(outcome(drafts, judged(4)).out).toEqual(["caption-edited-later"]);
  expect(outcome(drafts, judged(6)).out).toEqual([]);
});

test("a translation goes nowhere without the text it translates, nor where that was edited after it was judged", () => {
  const drafts = [draft("c"), draft("zh", { parentDraftId: "c", method: "translation", language: "zh" })];
  const judged = (original: DecisionValue, after = 1) =>
    outcome(drafts, [reading("a", { c: [original, after], zh: [accept, 5] })]);
  expect(judged(accept)).toEqual({ in: [text("CT: a mass in c"), text("CT: a mass in zh")], out: [] });
  expect(judged(reject)).toEqual({ in: [], out: ["rejected", "original-left-out"] });
  expect(judged(edit("a cyst"), 6)).toEqual({ in: [text("a cyst")], out: ["original-edited-later"] });
  expect(judged(edit("a cyst"), 4).out).toEqual([]);
});

test("an added text goes in when every reader added it in the same words", () => {
  expect(outcome([], [reading("a", { n: added("a cyst") })]).in).toEqual([text("a cyst")]);
  const two = [reading("a", { n: added("a cyst") }), reading("b", { m: added("a mass") })];
  expect(outcome([], two)).toEqual({ in: [], out: ["one-reader-only", "one-reader-only"] });
  const same = [reading("a", { n: added("a cyst") }), reading("b", { m: added("a cyst") })];
  expect(approvedItems([], same).items).toMatchObject([{ id: "m", tier: "human", decisions: [{}, {}] }]);
});

test("the tier is human with human passages behind every sentence or a substantial edit", () => {
  const tierOf = (given: ReviewedDraft, decision: DecisionValue) =>
    approvedItems([given], [reading("a", { [given.id]: decision })]).items[0]?.tier;
  const unsourced = draft("d", { sentences: [{ id: "s1", start: 0, end: 5, sources: [] }] });
  expect(tierOf(draft("d"), accept)).toBe("human");
  expect(tierOf(unsourced, accept)).toBe("synthetic");
  expect(tierOf(unsourced, edit("CT: a mass in e"))).toBe("synthetic");
  expect(tierOf(unsourced, edit("Something else altogether was written here"))).toBe("human");
});

test("words taken from a model's private draft are measured against it: not a person's own for being others than the draft's", () => {
  const taken = {
    id: "private",
    method: "openai",
    payload: text("Entirely other words about another thing."),
    contentHash: hash,
    provenance: { model: "m" },
    createdAt: new Date(0),
  };
  const began = (words: string) => ({
    ...reading("A", { d: { kind: "edit", draftHash: hash, result: text(words), taken: "private" } }),
    privateDrafts: [taken],
  });
  const of = (words: string) => approvedItems([draft("d")], [began(words)]).items[0];
  expect(of("Entirely other words about another thing.")).toMatchObject({
    tier: "synthetic",
    decisions: [{ kind: "edit", editDistance: 0, taken: { id: "private" } }],
  });
  expect(of("What the reader wrote in its place, at length.")?.tier).toBe("human");
});
