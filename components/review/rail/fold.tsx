"use client";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "@/components/ui/cx";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Windows lower than this fold what is not needed all the time. CSS pixels. */
const lowWindow = 860;

/** A part of the rail with a heading that folds it to one line. */
export function Fold({
  title,
  end,
  grow = false,
  children,
}: {
  readonly title: string;
  readonly end?: ReactNode;
  readonly grow?: boolean;
  readonly children: ReactNode;
}) {
  const hydrated = useHydrated();
  const [wanted, setWanted] = useState<boolean | null>(null);
  const open = wanted ?? (!hydrated || window.innerHeight > lowWindow);
  return (
    <section className={cx("flex-none border-t border-ln1", grow && open && "flex min-h-0 flex-1 flex-col")}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setWanted(!open)}
          className="flex h-8 w-full items-center gap-1 px-3 text-11 font-med text-fg3 hover:text-fg1 focus-visible:-outline-offset-2"
        >
          {title}
          <ChevronDown size={12} aria-hidden="true" className={open ? "" : "-rotate-90"} />
          <span className="ml-auto">{end}</span>
        </button>
      </h2>
      {open ? children : null}
    </section>
  );
}
