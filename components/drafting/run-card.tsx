"use client";
import { CircleCheck, CircleSlash, Clock, RotateCcw, Square, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, type Tone } from "@/components/ui/chip";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Spinner } from "@/components/ui/spinner";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { RunView } from "@/lib/jobs/types";
import { RunErrors } from "./run-errors";
import { progressWords, runTitle, spendWords } from "./words";

const small = { size: 12, "aria-hidden": true } as const;
const states: Readonly<Record<RunView["state"], { tone: Tone; word: string; icon: ReactNode }>> = {
  waiting: { tone: "quiet", word: "Waiting", icon: <Clock {...small} /> },
  running: { tone: "accent", word: "Running", icon: <Spinner words="" /> },
  done: { tone: "ok", word: "Done", icon: <CircleCheck {...small} /> },
  failed: { tone: "error", word: "Done, with errors", icon: <TriangleAlert {...small} /> },
  cancelled: { tone: "plain", word: "Cancelled", icon: <CircleSlash {...small} /> },
};

/** One run: how far it is, what it took, and what can be done about it. */
export function RunCard({
  projectSlug,
  run,
  cancel,
  retry,
}: {
  readonly projectSlug: string;
  readonly run: RunView;
  readonly cancel: () => void;
  /** @param cases null = all that failed or were cancelled. */
  readonly retry: (cases: readonly string[] | null) => void;
}) {
  const hydrated = useHydrated();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? run.counts.failed > 0;
  const { tone, word, icon } = states[run.state];
  const title = runTitle(run);
  const under = run.counts.waiting + run.counts.running > 0;
  const back = run.counts.failed + run.counts.cancelled;
  const when = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    ...(hydrated ? {} : { timeZone: "UTC" }),
  }).format(new Date(run.createdAt));
  return (
    <article aria-label={title} className="rounded-card border border-ln1 bg-bg1">
      <div className="flex flex-col gap-2 p-4">
        <div className="flex items-center gap-2.5">
          <Chip tone={tone} icon={icon}>
            {word}
          </Chip>
          <h3 className="min-w-0 text-13 font-med">{title}</h3>
          <span className="flex-none text-12 text-fg3">
            {run.startedBy ?? "Command line"}, {when}
          </span>
          <span className="ml-auto flex flex-none gap-1.5">
            {back > 0 ? (
              <Button icon={<RotateCcw size={14} aria-hidden="true" />} onClick={() => retry(null)}>
                Retry {back}
              </Button>
            ) : null}
            {under ? (
              <Button variant="danger" icon={<Square size={12} aria-hidden="true" />} onClick={cancel}>
                Cancel
              </Button>
            ) : null}
          </span>
        </div>
        <ProgressBar label={`Progress of ${title}`} value={run.counts.done} total={run.items} />
        <div className="flex items-center gap-4 text-12 text-fg2 tabular-nums">
          <span>{progressWords(run)}</span>
          <span className="text-fg3">{spendWords(run)}</span>
          <Button
            size="sm"
            variant="quiet"
            className="ml-auto"
            aria-expanded={open}
            onClick={() => setChosen(!open)}
          >
            {open ? "Hide details" : "Details"}
          </Button>
        </div>
      </div>
      {open ? <RunErrors projectSlug={projectSlug} run={run} retry={retry} /> : null}
    </article>
  );
}
