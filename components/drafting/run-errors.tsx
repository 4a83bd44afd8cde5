"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ItemView, RunView } from "@/lib/jobs/types";
import { askRun } from "./requests";
import { caseWords } from "./words";

const words: Readonly<Record<ItemView["state"], string>> = {
  waiting: "Tried again soon",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** The list of cases is that of one revision of the run: as many items in each state. */
const revisionOf = ({ counts }: RunView): string => Object.values(counts).join(" ");

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
  const [list, setList] = useState<{
    readonly revision: string;
    readonly items: readonly ItemView[];
  } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { id } = run;
  const revision = revisionOf(run);
  useEffect(() => {
    let late = false;
    void askRun(projectSlug, id).then((answer) => {
      if (late) return;
      if (answer.ok) setList({ revision, items: answer.value.items });
      setProblem(answer.ok ? null : answer.sentence);
    });
    return () => {
      late = true;
    };
  }, [projectSlug, id, revision]);
  if (problem !== null) return <p className="px-4 pb-4 text-12 text-er">{problem}</p>;
  if (list === null) return <p className="px-4 pb-4 text-12 text-fg3">Loading the cases.</p>;
  const { items } = list;
  if (items.length === 0) return <p className="px-4 pb-4 text-12 text-fg3">No case has an error.</p>;
  return (
    <table aria-busy={list.revision !== revision} className="w-full border-collapse border-t border-ln1">
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
            <td className="px-2 text-fg2">{caseWords(item.sentence)}</td>
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
