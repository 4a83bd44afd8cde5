import { describe, expect, it } from "vitest";
import {
  breaksLock,
  changesLook,
  flagsPassedOver,
  isStaleDraft,
  isTranslation,
  missingParts,
  openFlags,
  readingSettings,
  staleTexts,
} from "./rules";
import type { Change, DecisionValue, RatingValue, RegionValue, TextPayload } from "./schema";
import type { Item } from "./types";

const draftHash = "a".repeat(64);
const drafts = [
  { id: "caption", kind: "caption", parentDraftId: null },
  { id: "question", kind: "qa", parentDraftId: "caption" },
  { id: "loose", kind: "qa", parentDraftId: null },
] as const;
const result: TextPayload = { form: "text", text: "Better words." };
const decision = (id: string, revision: number, value: DecisionValue): Item<DecisionValue> => ({
  id,
  revision,
  value,
});
const accept = (id: string, revision: number) => decision(id, revision, { kind: "accept", draftHash });
const edit = (id: string, revision: number) => decision(id, revision, { kind: "edit", draftHash, result });
const rating = (id: string, value: Partial<RatingValue> = {}): Item<RatingValue> => ({
  id,
  revision: 1,
  value: { accuracy: 1, relevance: 2, completeness: 3, usefulness: 4, ...value },
});

describe("staleTexts", () => {
  it("marks the questions of a caption edited after them, until they are judged again", () => {
    expect([...staleTexts(drafts, [edit("caption", 5), accept("question", 4), accept("loose", 1)])]).toEqual([
      "question",
    ]);
    expect([...staleTexts(drafts, [edit("caption", 5)])]).toEqual(["question"]);
    expect(staleTexts(drafts, [edit("caption", 5), accept("question", 6)]).size).toBe(0);
    expect(staleTexts(drafts, [accept("caption", 5), accept("question", 4)]).size).toBe(0);
  });

  it("marks the translation of a text edited after it, of every kind, until it is judged again", () => {
    const both = [
      ...drafts,
      { id: "zh caption", kind: "caption", parentDraftId: "caption" },
      { id: "zh question", kind: "qa", parentDraftId: "question" },
    ] as const;
    expect([
      ...staleTexts(both, [edit("caption", 5), accept("zh caption", 4), accept("question", 6)]),
    ]).toEqual(["zh caption"]);
    expect([...staleTexts(both, [edit("question", 5), accept("zh question", 4)])]).toEqual(["zh question"]);
    expect(staleTexts(both, [edit("question", 5), accept("zh question", 6)]).size).toBe(0);
    expect(both.map((draft) => isTranslation(draft, both))).toEqual([false, false, false, true, true]);
  });

  it("counts what is not saved yet as newer than everything saved", () => {
    const decisions = [edit("caption", 0), accept("question", 9)];
    expect(staleTexts(drafts, decisions, [{ part: "decision", id: "caption" }]).size).toBe(1);
    const both = [
      { part: "decision", id: "caption" },
      { part: "decision", id: "question" },
    ] as const;
    expect(staleTexts(drafts, decisions, both).size).toBe(0);
    expect(staleTexts(drafts, decisions, [...both].reverse()).size).toBe(1);
  });
});

describe("missingParts", () => {
  const ratedKinds = ["caption"] as const;
  const missing = (decisions: readonly Item<DecisionValue>[], ratings: readonly Item<RatingValue>[]) =>
    missingParts({ drafts, items: { decision: decisions, rating: ratings }, ratedKinds }).map(
      ({ draftId, what }) => `${draftId} ${what}`,
    );

  it("wants a decision on a translation, and no rating of it", () => {
    const both = [drafts[0], { id: "zh", kind: "caption", parentDraftId: "caption" }] as const;
    const of = (decisions: readonly Item<DecisionValue>[]) =>
      missingParts({
        drafts: both,
        items: { decision: decisions, rating: [rating("caption")] },
        ratedKinds,
      }).map(({ draftId, what }) => `${draftId} ${what}`);
    expect(of([accept("caption", 1)])).toEqual(["zh decision"]);
    expect(of([accept("caption", 1), accept("zh", 2)])).toEqual([]);
    expect(of([edit("caption", 3), accept("zh", 2)])).toEqual(["zh stale-translation"]);
  });

  it("of a case without drafts wants something added, or to be told that there is nothing", () => {
    const nothing = { decision: [], rating: [], region: [], keySlice: [] };
    const what = (
      items: Parameters<typeof missingParts>[0]["items"],
      nothingToReport = false,
    ): readonly string[] =>
      missingParts({ drafts: [], items, ratedKinds, nothingToReport }).map((part) => part.what);
    const mark = { id: "i:1", revision: 1, value: { instanceId: "i", frame: 1, mark: "key" as const } };
    expect(what(nothing)).toEqual(["nothing"]);
    expect(what(nothing, true)).toEqual([]);
    expect(what({ ...nothing, keySlice: [mark] })).toEqual([]);
    expect(what({ ...nothing, keySlice: [{ ...mark, value: null }] })).toEqual(["nothing"]);
    const added: DecisionValue = { kind: "added", textKind: "findings", imageId: null, result };
    expect(what({ ...nothing, decision: [decision("own", 1, added)] })).toEqual([]);
    expect(missing([accept("caption", 1), accept("question", 2), accept("loose", 2)], [])).not.toContain(
      " nothing",
    );
  });

  it("wants a decision on every draft, and typing is none", () => {
    expect(missing([decision("caption", 1, { kind: "editing", draftHash, result })], [])).toEqual([
      "caption decision",
      "question decision",
      "loose decision",
    ]);
  });

  it("wants all four ratings where the kind is rated, but not from who cannot judge", () => {
    const rest = [accept("question", 2), accept("loose", 2)];
    expect(missing([accept("caption", 1), ...rest], [rating("caption", { completeness: null })])).toEqual([
      "caption rating",
    ]);
    expect(missing([accept("caption", 1), ...rest], [rating("caption")])).toEqual([]);
    const cannot = decision("caption", 1, { kind: "cannot-judge", draftHash, note: "" });
    expect(missing([cannot, ...rest], [])).toEqual([]);
  });

  it("wants questions of an edited caption judged again, and words in every text", () => {
    const blank = { form: "text", text: "  " } as const;
    const decisions = [
      edit("caption", 5),
      accept("question", 4),
      decision("loose", 1, { kind: "edit", draftHash, result: blank }),
      decision("mine", 1, { kind: "added", textKind: "findings", imageId: null, result: blank }),
    ];
    expect(missing(decisions, [rating("caption")])).toEqual(["question stale", "loose text", "mine text"]);
  });
});

describe("isStaleDraft", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
  const passage = { id: "p", kind: "findings", imageId: null, createdAt: at(1), superseded: true };
  const draft = { kind: "findings", imageId: null, createdAt: at(2), sentences: [] };

  it("is about words that were replaced: cited, or of the same kind and image", () => {
    expect(isStaleDraft(draft, [passage])).toBe(true);
    expect(isStaleDraft(draft, [{ ...passage, superseded: false }])).toBe(false);
    expect(isStaleDraft({ ...draft, kind: "discussion" }, [passage])).toBe(false);
    const citing = { ...draft, kind: "discussion", sentences: [{ sources: [{ passageId: "p" }] }] };
    expect(isStaleDraft(citing, [passage])).toBe(true);
  });
});

describe("readingSettings", () => {
  it("has defaults, keeps what is set, and ignores what belongs to others", () => {
    expect(readingSettings({ sliceLimit: 12, other: 1 })).toEqual({
      ratedKinds: ["caption", "findings", "discussion"],
      sliceLimit: 12,
      labels: [],
    });
    expect(() => readingSettings({ ratedKinds: ["poem"] })).toThrow();
  });
});

describe("flags that keep a draft from being accepted", () => {
  const flags = [
    { id: "side", kind: "laterality" },
    { id: "extra", kind: "unsupported" },
  ] as const;
  const verdict = (value: "right" | "wrong" | null) => [
    { id: "side", revision: 1, value: value && { verdict: value, note: "" } },
  ];

  it("are those that contradict it, until the reader calls them wrong", () => {
    expect(openFlags(flags, []).map(({ id }) => id)).toEqual(["side"]);
    expect(openFlags(flags, verdict("right")).map(({ id }) => id)).toEqual(["side"]);
    expect(openFlags(flags, verdict(null)).map(({ id }) => id)).toEqual(["side"]);
    expect(openFlags(flags, verdict("wrong"))).toEqual([]);
  });

  it("are passed over by accepting alone, and not where the override names them", () => {
    const open = openFlags(flags, []);
    const draftHash = "0".repeat(64);
    const override = { reason: "same-meaning", note: "", flags: ["side"] } as const;
    const accept = { kind: "accept", draftHash } as const;
    expect(flagsPassedOver(accept, open)).toEqual(open);
    expect(flagsPassedOver({ ...accept, override: { ...override, flags: ["other"] } }, open)).toEqual(open);
    expect(flagsPassedOver({ ...accept, override: { ...override, flags: ["side"] } }, open)).toEqual([]);
    expect(flagsPassedOver({ kind: "cannot-judge", draftHash, note: "" }, open)).toEqual([]);
    expect(flagsPassedOver(null, open)).toEqual([]);
  });
});

describe("a locked region", () => {
  const region: RegionValue = {
    instanceId: "01890a5d-ac96-774b-bcce-b302099a8057",
    frame: 1,
    kind: "length",
    points: [
      [1, 1],
      [9, 1],
    ],
    label: "",
    labelAt: null,
    hidden: false,
    colour: "cyan",
    locked: true,
    renderer: "cpu",
    derivedFrom: null,
  };
  const put = (value: Partial<RegionValue>): Change => ({
    op: "put",
    part: "region",
    id: "r",
    base: 1,
    value: { ...region, ...value },
  });
  const moved: Partial<RegionValue> = {
    points: [
      [1, 1],
      [9, 2],
    ],
  };
  const drop: Change = { op: "delete", part: "region", id: "r", base: 1 };

  it("is neither moved nor deleted, not even by the change that unlocks it", () => {
    for (const change of [put(moved), put({ ...moved, locked: false }), put({ frame: 2 }), drop])
      expect(breaksLock(region, change)).toBe(true);
  });

  it("may be named, coloured, hidden, labelled elsewhere and unlocked", () => {
    const look = put({ label: "cyst", colour: "lime", hidden: true, labelAt: [2, 2] });
    for (const change of [look, put({ locked: false })]) expect(breaksLock(region, change)).toBe(false);
  });

  it("is none once it is unlocked or gone", () => {
    for (const before of [{ ...region, locked: false }, null])
      for (const change of [put(moved), drop]) expect(breaksLock(before, change)).toBe(false);
  });

  it("is named, coloured, hidden, locked and unlocked by changes that stand alone", () => {
    for (const value of [{ locked: false }, { label: "cyst" }, { colour: "lime" }, { hidden: true }] as const)
      expect(changesLook(region, put(value))).toBe(true);
    expect(changesLook(region, put({ labelAt: [3, 3] }))).toBe(false);
    expect(changesLook({ ...region, locked: false }, put({ ...moved, locked: false }))).toBe(false);
    expect(changesLook(null, put({}))).toBe(false);
    expect(changesLook(region, drop)).toBe(false);
  });
});
