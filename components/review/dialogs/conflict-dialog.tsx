"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Segmented } from "@/components/ui/segmented";
import { itemOf } from "@/lib/core/changes/items";
import type { PartValue } from "@/lib/reading/types";
import { useReview, useSync } from "../context";
import type { Conflict } from "../sync/types";
import { kindWords } from "../words";
import { describeValue } from "./describe-value";

const nameOf = (conflict: Conflict): string => `${conflict.part}:${conflict.id}`;

const partWords: Readonly<Record<Conflict["part"], string>> = {
  region: "Region",
  keySlice: "Key slice",
  decision: "Decision",
  rating: "Rating",
  verdict: "Verdict on a flag",
  span: "Marked words",
};

/** Both versions of every item that somebody else changed meanwhile. Nothing is lost before the reader has chosen. */
export function ConflictDialog({
  conflicts,
  onClose,
}: {
  readonly conflicts: readonly Conflict[];
  readonly onClose: () => void;
}) {
  const { sync, workspace } = useReview();
  const items = useSync((state) => state.local.items);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (name: string, side: "mine" | "theirs") => {
    const next = new Set(theirs);
    if (side === "theirs") next.add(name);
    else next.delete(name);
    setTheirs(next);
  };
  const titleOf = (conflict: Conflict): string => {
    const draft = workspace.drafts.find((candidate) => candidate.id === conflict.id);
    const part = partWords[conflict.part];
    return draft ? `${part}: ${kindWords[draft.kind].toLowerCase()}` : part;
  };
  return (
    <Dialog
      title="This case was changed in another window"
      place="panel"
      onClose={onClose}
      footer={
        <Button
          variant="primary"
          onClick={() => {
            onClose();
            void sync.settle((conflict) => !theirs.has(nameOf(conflict)));
          }}
        >
          Save this choice
        </Button>
      }
    >
      <p className="mb-3 text-12 text-fg2">
        Choose which version stays. The other one remains in the history, and Undo brings it back.
      </p>
      {conflicts.map((conflict) => {
        const name = nameOf(conflict);
        const side = theirs.has(name) ? "theirs" : "mine";
        const mine = itemOf(items, conflict.part, conflict.id).value as PartValue | null;
        return (
          <section key={name} className="mb-4 rounded-card border border-ln1">
            <header className="flex items-center gap-2 border-b border-ln1 px-3 py-2">
              <h3 className="flex-1 text-13 font-semi">{titleOf(conflict)}</h3>
              <Segmented
                label={`Which version of ${titleOf(conflict)} stays`}
                value={side}
                options={[
                  { value: "mine", label: "Keep mine" },
                  { value: "theirs", label: "Take theirs" },
                ]}
                onChange={(value) => choose(name, value)}
              />
            </header>
            <Version title="Mine, in this window" on={side === "mine"} value={mine} />
            <Version title="Theirs, saved meanwhile" on={side === "theirs"} value={conflict.theirs} />
          </section>
        );
      })}
    </Dialog>
  );
}

function Version({
  title,
  on,
  value,
}: {
  readonly title: string;
  readonly on: boolean;
  readonly value: PartValue | null;
}) {
  return (
    <div className={on ? "bg-ac-bg px-3 py-2" : "px-3 py-2"}>
      <h4 className="text-11 font-med text-fg2">{title}</h4>
      <p className="text-13 whitespace-pre-line">{describeValue(value)}</p>
    </div>
  );
}
