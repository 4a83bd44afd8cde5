"use client";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { moveRovingFocus } from "./roving";

export interface TabItem<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly count?: string;
}

/** A tab list; the panel is `id="panel-<value>"`. */
export function Tabs<T extends string>({
  label,
  value,
  items,
  onChange,
  end,
}: {
  readonly label: string;
  readonly value: T;
  readonly items: readonly TabItem<T>[];
  readonly onChange: (value: T) => void;
  readonly end?: ReactNode;
}) {
  return (
    <div className="flex flex-none items-center border-b border-ln1 px-2">
      <div
        role="tablist"
        aria-label={label}
        className="flex min-w-0 flex-1 gap-0.5"
        onKeyDown={(event) => moveRovingFocus(event, "horizontal")?.click()}
      >
        {items.map((item) => (
          <button
            key={item.value}
            type="button"
            role="tab"
            id={`tab-${item.value}`}
            aria-selected={item.value === value}
            aria-controls={`panel-${item.value}`}
            data-roving=""
            tabIndex={item.value === value ? 0 : -1}
            onClick={() => onChange(item.value)}
            className={cx(
              "relative inline-flex h-10 items-center gap-1.5 px-2.5 max-xl:gap-1 max-xl:px-1.5 text-13 font-med focus-visible:-outline-offset-2",
              item.value === value
                ? "text-fg1 after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-t-sm after:bg-ac"
                : "text-fg3 hover:text-fg1",
            )}
          >
            {item.label}
            {item.count ? <span className="text-11 text-fg3 tabular-nums">{item.count}</span> : null}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}
