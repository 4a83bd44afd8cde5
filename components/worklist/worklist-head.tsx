"use client";
import { Button } from "@/components/ui/button";
import type { WorklistFilters, WorklistPage, WorklistRow } from "@/lib/cases/types";
import { viewOf } from "./filters";
import { Today } from "./today";

const titles = { mine: "My cases", all: "All cases", submitted: "Submitted", held: "Held" } as const;

/** The name of the list, how much is open, the reader's day, and the case to go on with. */
export function WorklistHead({
  page,
  filters,
  next,
  now,
  zone,
  onOpen,
}: {
  readonly page: WorklistPage;
  readonly filters: WorklistFilters;
  readonly next: WorklistRow | null;
  readonly now: Date;
  readonly zone: string | undefined;
  readonly onOpen: (caseId: string) => void;
}) {
  const view = viewOf(filters);
  return (
    <div className="flex h-16 flex-none items-center gap-4 px-5">
      <h1 className="text-20 font-semi">{titles[view]}</h1>
      <span className="text-fg3">{page.counts.open} open</span>
      {page.counts.held > 0 ? <span className="text-fg3">{page.counts.held} held</span> : null}
      <span className="flex-1" />
      <Today day={page.day} now={now} zone={zone} />
      {next && view !== "all" ? (
        <Button variant="primary" size="lg" onClick={() => onOpen(next.id)}>
          {next.state === "new" ? "Start" : "Continue"} {next.label}
        </Button>
      ) : null}
    </div>
  );
}
