import { expect, test } from "vitest";
import type { DraftView, ReadingItems } from "@/lib/reading/types";
import { entriesOf, numberedEntries, originalOf } from "./entries";
import { draftView } from "./testing/draft-view";

const draft = (id: string, more: Partial<DraftView>): DraftView =>
  draftView(id, { kind: "qa", imageId: "image", ...more });

const items: ReadingItems = { region: [], keySlice: [], decision: [], rating: [], verdict: [], span: [] };

test("a translation stands right behind its text, has its number and no rating, and finds it", () => {
  const drafts = [
    draft("caption", { kind: "caption" }),
    draft("one", { parentDraftId: "caption" }),
    draft("two", { parentDraftId: "caption" }),
    draft("eins", { parentDraftId: "one", language: "zh" }),
    draft("zwei", { parentDraftId: "two", language: "zh" }),
    draft("caption zh", { kind: "caption", parentDraftId: "caption", language: "zh" }),
  ];
  const entries = entriesOf({ drafts, images: [] }, items, new Set());
  expect(entries.map(({ id }) => id)).toEqual(["caption", "caption zh", "one", "eins", "two", "zwei"]);
  const questions = entries.filter(({ kind }) => kind === "qa");
  expect(numberedEntries(questions).map(({ entry, number }) => [entry.id, number])).toEqual([
    ["one", 1],
    ["eins", 1],
    ["two", 2],
    ["zwei", 2],
  ]);
  expect(entries.map((entry) => originalOf(entries, entry)?.id ?? null)).toEqual([
    null,
    "caption",
    null,
    "one",
    null,
    "two",
  ]);
});
