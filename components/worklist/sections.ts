import type { WorklistDay, WorklistRow } from "@/lib/cases/types";

export interface WorklistSection {
  readonly id: "overdue" | "today" | "week" | "later" | "open" | "deferred" | "submitted" | "closed";
  readonly title: string;
  readonly rows: readonly WorklistRow[];
}

const titles: Readonly<Record<WorklistSection["id"], string>> = {
  overdue: "Overdue",
  today: "Due today",
  week: "This week",
  later: "Later",
  open: "No due date",
  deferred: "Deferred until tomorrow",
  submitted: "Recently submitted",
  closed: "Held or unusable",
};

const oneDay = 86_400_000;

/** Calendar day of an instant in a time zone, as days since 1970. `zone` undefined = the device's own. */
function dayNumber(instant: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(instant);
  return Math.floor(Date.parse(`${parts}T00:00:00Z`) / oneDay);
}

function sectionOf(row: WorklistRow, now: Date, zone: string | undefined): WorklistSection["id"] {
  if (row.state === "submitted") return "submitted";
  if (row.state === "held" || row.state === "unusable") return "closed";
  if (row.deferredUntil !== null && new Date(row.deferredUntil) > now) return "deferred";
  if (row.dueAt === null) return "open";
  const due = new Date(row.dueAt);
  if (due < now) return "overdue";
  const days = dayNumber(due, zone) - dayNumber(now, zone);
  if (days <= 0) return "today";
  return days <= 7 ? "week" : "later";
}

/** The rows in sections, in the order of the page; each section keeps the order of its rows. */
export function sectionsOf(
  rows: readonly WorklistRow[],
  now: Date,
  zone: string | undefined,
): readonly WorklistSection[] {
  const ids = Object.keys(titles) as WorklistSection["id"][];
  return ids
    .map((id) => ({ id, title: titles[id], rows: rows.filter((row) => sectionOf(row, now, zone) === id) }))
    .filter((section) => section.rows.length > 0);
}

/** The case to go on with: what was begun, else the first that is new. */
export function nextToRead(sections: readonly WorklistSection[]): WorklistRow | null {
  const rows = sections.filter(({ id }) => id !== "deferred").flatMap((section) => section.rows);
  return rows.find((row) => row.state === "in-progress") ?? rows.find((row) => row.state === "new") ?? null;
}

/** When a case is due, in the reader's words and time zone. */
export function dueWords(dueAt: string, now: Date, zone: string | undefined): string {
  const due = new Date(dueAt);
  const days = dayNumber(due, zone) - dayNumber(now, zone);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  if (days === 0) return `Today ${time.format(due)}`;
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
  });
  return day.format(due).replace(",", "");
}

/** The reader's day: what they submitted today, of that and what is still due by the end of it. */
export function dayProgress(
  day: WorklistDay,
  now: Date,
  zone: string | undefined,
): { readonly done: number; readonly total: number } {
  const today = dayNumber(now, zone);
  const done = day.submitted.filter((at) => dayNumber(new Date(at), zone) === today).length;
  const due = day.due
    .filter(({ at }) => dayNumber(new Date(at), zone) <= today)
    .reduce((sum, { count }) => sum + count, 0);
  return { done, total: done + due };
}

/** Midnight at the end of today in the zone of the device: until then a case is put off. */
export function nextMidnight(now: Date): Date {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight;
}
