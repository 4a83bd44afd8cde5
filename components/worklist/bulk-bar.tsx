"use client";
import { useKeyOf } from "@/components/controls/controls-context";
import { Button } from "@/components/ui/button";
import type { WorklistRow } from "@/lib/cases/types";
import { worklistKeys } from "./keymap";

/** What can be done with the selected cases. */
export function BulkBar({
  selected,
  admin,
  onDefer,
  onPlan,
  onClear,
}: {
  readonly selected: readonly WorklistRow[];
  readonly admin: boolean;
  readonly onDefer: () => void;
  readonly onPlan: () => void;
  readonly onClear: () => void;
}) {
  const open = selected.some(isOpen);
  const keyOf = useKeyOf(worklistKeys);
  return (
    <section
      aria-label="Selection"
      className="flex h-10 flex-none items-center gap-2 border-t border-ln1 bg-bg1 px-5 text-12"
    >
      <span aria-live="polite" className="font-med">
        {selected.length} {selected.length === 1 ? "case" : "cases"} selected
      </span>
      <span className="flex-1" />
      {admin ? <Button onClick={onPlan}>Priority, due, readers</Button> : null}
      <Button
        keys={keyOf("defer")}
        onClick={onDefer}
        disabledReason={open ? null : "Only cases that are still to read can be deferred."}
      >
        {selected.filter(isOpen).every(({ deferredUntil }) => deferredUntil !== null) && open
          ? "Put back"
          : "Defer"}
      </Button>
      <Button variant="quiet" keys={keyOf("up")} onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}

/** Whether a case is still to read for this person. */
export const isOpen = ({ state }: WorklistRow): boolean => state === "new" || state === "in-progress";
