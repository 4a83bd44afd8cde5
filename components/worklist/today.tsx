import { ProgressBar } from "@/components/ui/progress-bar";
import type { WorklistDay } from "@/lib/cases/types";
import { dayProgress } from "./sections";

/** How far the reader's day is; nothing on a day without work. */
export function Today({
  day,
  now,
  zone,
}: {
  readonly day: WorklistDay;
  readonly now: Date;
  readonly zone: string | undefined;
}) {
  const { done, total } = dayProgress(day, now, zone);
  if (total === 0) return null;
  return (
    // No paragraph: the bar in it is a block, and a browser would end the paragraph before it.
    <div className="flex items-center gap-3 text-12 text-fg3">
      Today
      {total > done ? <ProgressBar label="Read today" value={done} total={total} className="w-30" /> : null}
      <span className="tabular-nums">
        <b className="font-semi text-fg1">{done}</b> {total > done ? `of ${total} read` : "read"}
      </span>
    </div>
  );
}
