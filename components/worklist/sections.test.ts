import { describe, expect, it } from "vitest";
import type { WorklistRow } from "@/lib/cases/types";
import { filtersFrom, toggled, worklistHref } from "./filters";
import { dayProgress, dueWords, nextMidnight, nextToRead, sectionsOf } from "./sections";

const row = (id: string, part: Partial<WorklistRow>): WorklistRow => ({
  id,
  label: id,
  title: "",
  modalities: [],
  bodyParts: [],
  imageCount: 0,
  decided: 0,
  total: 0,
  state: "new",
  dueAt: null,
  thumbnailUrl: null,
  textSource: "none",
  priority: 0,
  deferredUntil: null,
  readers: null,
  ...part,
});
// 23:30 in Kathmandu (UTC+5:45): the day ends there before it ends in UTC.
const now = new Date("2026-11-21T17:45:00Z");

describe("sectionsOf", () => {
  const rows = [
    row("late", { dueAt: "2026-11-20T10:00:00Z" }),
    row("evening", { dueAt: "2026-11-21T18:00:00Z" }),
    row("night", { dueAt: "2026-11-21T19:00:00Z" }),
    row("month", { dueAt: "2026-12-24T19:00:00Z" }),
    row("none", {}),
    row("done", { state: "submitted", dueAt: "2026-11-20T10:00:00Z" }),
    row("held", { state: "held" }),
  ];
  it("goes by the reader's calendar day", () => {
    const ids = (zone: string) =>
      Object.fromEntries(
        sectionsOf(rows, now, zone).map((section) => [section.id, section.rows.map((r) => r.id)]),
      );
    expect(ids("UTC").today).toEqual(["evening", "night"]);
    expect(ids("Asia/Kathmandu").today).toEqual(["evening"]);
    expect(ids("Asia/Kathmandu").week).toEqual(["night"]);
  });
  it("keeps every row once and in order", () => {
    const sections = sectionsOf(rows, now, "UTC");
    expect(sections.map((section) => section.id)).toEqual([
      "overdue",
      "today",
      "later",
      "open",
      "submitted",
      "closed",
    ]);
    expect(sections.flatMap((section) => section.rows)).toHaveLength(rows.length);
  });
  it("puts what is deferred behind what is open, until its time, and does not go on with it", () => {
    const deferred = row("put-off", {
      state: "in-progress",
      dueAt: "2026-11-20T10:00:00Z",
      deferredUntil: "2026-11-22T00:00:00Z",
    });
    const sections = sectionsOf([deferred, row("none", {}), row("done", { state: "submitted" })], now, "UTC");
    expect(sections.map((section) => section.id)).toEqual(["open", "deferred", "submitted"]);
    expect(nextToRead(sections)?.id).toBe("none");
    const past = { ...deferred, deferredUntil: "2026-11-21T17:00:00Z" };
    expect(sectionsOf([past], now, "UTC").map((section) => section.id)).toEqual(["overdue"]);
  });
  it("goes on with what was begun", () => {
    expect(nextToRead(sectionsOf(rows, now, "UTC"))?.id).toBe("late");
    const begun = [...rows, row("begun", { state: "in-progress" })];
    expect(nextToRead(sectionsOf(begun, now, "UTC"))?.id).toBe("begun");
  });
});

it("counts the day by the reader's calendar", () => {
  const day = {
    submitted: ["2026-11-21T17:00:00Z", "2026-11-21T18:20:00Z", "2026-11-20T17:00:00Z"],
    due: [
      { at: "2026-11-19T10:00:00Z", count: 2 },
      { at: "2026-11-21T18:00:00Z", count: 3 },
      { at: "2026-11-21T19:00:00Z", count: 5 },
    ],
  };
  expect(dayProgress(day, now, "UTC")).toEqual({ done: 2, total: 12 });
  expect(dayProgress(day, now, "Asia/Kathmandu")).toEqual({ done: 1, total: 6 });
});

it("defers until the next midnight of the device, also where a day has 23 or 25 hours", () => {
  for (const instant of ["2026-03-29T00:30:00Z", "2026-10-25T00:30:00Z", now.toISOString()]) {
    const from = new Date(instant);
    const until = nextMidnight(from);
    expect([until.getHours(), until.getMinutes(), until > from]).toEqual([0, 0, true]);
    expect(until.getTime() - from.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
  }
});

it("says when a case is due", () => {
  expect(dueWords("2026-11-21T18:00:00Z", now, "Asia/Kathmandu")).toBe("Today 23:45");
  expect(dueWords("2026-11-24T06:00:00Z", now, "UTC")).toBe("Tue 24 Nov");
});

describe("filters in the address", () => {
  it("come back as they went", () => {
    const filters = filtersFrom({
      project: "knee",
      q: "a b",
      modality: "CT,MR",
      state: ["new", "submitted"],
    });
    const href = worklistHref(filters, "case-1");
    expect(filtersFrom(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(filters);
    expect(href).toContain("case=case-1");
  });
  it("leaves nothing behind when empty", () => {
    expect(worklistHref(filtersFrom({}))).toBe("/worklist");
    expect(toggled(["a"], "a")).toEqual([]);
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  });
});
