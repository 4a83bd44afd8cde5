"use client";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Empty } from "@/components/ui/empty";
import { Toast } from "@/components/ui/toast";
import type { ModelView, RunView } from "@/lib/jobs/types";
import { type Answer, askRuns, cancelRun, retryRun, startRun } from "./requests";
import { RunCard } from "./run-card";
import { StartRun } from "./start-run";

/** Milliseconds between looks at runs under way. */
const every = 2000;

/** Runs of drafts: start one, watch it, try again what failed. */
export function DraftingScreen({
  projectSlug,
  runs: first,
  model,
  children,
}: {
  readonly projectSlug: string;
  readonly runs: readonly RunView[];
  readonly model: ModelView;
  /** What stands under the runs. */
  readonly children: ReactNode;
}) {
  const [runs, setRuns] = useState(first);
  const [said, setSaid] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const say = useCallback((text: string) => setSaid({ id: crypto.randomUUID(), text }), []);

  const look = useCallback(async () => {
    const answer = await askRuns(projectSlug);
    if (answer.ok) setRuns(answer.value.runs);
    else say(answer.sentence);
  }, [projectSlug, say]);

  const under = runs.some(({ counts }) => counts.waiting + counts.running > 0);
  useEffect(() => {
    if (!under) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void look();
    }, every);
    return () => clearInterval(timer);
  }, [under, look]);

  const change = async (
    asked: Promise<Answer<{ readonly items: number }>>,
    words: (items: number) => string,
  ) => {
    const answer = await asked;
    say(answer.ok ? words(answer.value.items) : answer.sentence);
    await look();
  };
  const cases = (count: number) => `${count} ${count === 1 ? "case" : "cases"}`;
  return (
    <div className="pb-16">
      <header className="flex h-15 items-center gap-3 px-6">
        <h1 className="text-20 font-semi">Drafting</h1>
        <span className="text-fg3">{runs.length}</span>
      </header>
      <StartRun
        model={model}
        start={async (run) => {
          const answer = await startRun(projectSlug, run);
          if (!answer.ok) return answer.sentence;
          say(`${cases(answer.value.items)} in the queue.`);
          await look();
          return null;
        }}
      />
      <section aria-label="Runs" className="mx-6 mt-5 flex flex-col gap-3">
        {runs.length === 0 ? (
          <div className="rounded-card border border-ln1 bg-bg1">
            <Empty title="No run yet.">Choose what to draft and start one.</Empty>
          </div>
        ) : (
          runs.map((run) => (
            <RunCard
              key={run.id}
              projectSlug={projectSlug}
              run={run}
              cancel={() =>
                void change(cancelRun(projectSlug, run.id), (count) => `${cases(count)} cancelled.`)
              }
              retry={(which) =>
                void change(
                  retryRun(projectSlug, run.id, which),
                  (count) => `${cases(count)} back in the queue.`,
                )
              }
            />
          ))
        )}
      </section>
      {children}
      <div aria-live="polite" className="fixed right-6 bottom-10 w-96 max-w-[calc(100vw-48px)]">
        {said ? (
          <Toast key={said.id} message={{ ...said, lasts: 8000 }} onClose={() => setSaid(null)} />
        ) : null}
      </div>
    </div>
  );
}
