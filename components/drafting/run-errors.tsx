"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ItemView, RunView } from "@/lib/jobs/types";
import { askRun } from "./requests";

const words: Readonly<Record<ItemView["state"], string>> = {
  waiting: "Tried again soon",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** The cases of a run that failed, wait for another try, or were left alone, each with its sentence. */
export function RunErrors({
  projectSlug,
  run,
  retry,
}: {
  readonly projectSlug: string;
  readonly run: RunView;
  readonly retry: (cases: readonly string[]) => void;
}) {
  const [items, setItems] = useState<readonly ItemView[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // Another state of the run is another list.
  const { id } = run;
  const version = JSON.stringify(run.counts);
  useEffect(() => {
    let late = false;
    void askRun(projectSlug, id).then((answer) => {
      if (late || version === "") return;
      if (answer.ok) setItems(answer.value.items);
      setProblem(answer.ok ? null : answer.sentence);
    });
    return () => {
      late = true;
    };
  }, [projectSlug, id, version]);
  if (problem !== null) return <p className="px-4 pb-4 text-12 text-er">{problem}</p>;
  if (items === null) return <p className="px-4 pb-4 text-12 text-fg3">Loading the cases.</p>;
  if (items.length === 0) return <p className="px-4 pb-4 text-12 text-fg3">No case has an error.</p>;
  return (
    <table className="w-full border-collapse border-t border-ln1">
      <caption className="sr-only">Cases with an error or a note</caption>
      <tbody>
        {items.map((item) => (
          <tr key={item.caseId} className="border-b border-ln1 text-12 last:border-b-0">
            <td className="h-9 w-28 px-4">
              <Link href={`/cases/${item.caseId}`} className="font-med underline-offset-2 hover:underline">
                {item.label}
              </Link>
            </td>
            <td className="w-32 px-2 text-fg3">{words[item.state]}</td>
            <td className="px-2 text-fg2">{item.sentence}</td>
            <td className="w-24 px-4 text-right">
              {item.state === "failed" ? (
                <Button size="sm" aria-label={`Retry ${item.label}`} onClick={() => retry([item.caseId])}>
                  Retry
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
