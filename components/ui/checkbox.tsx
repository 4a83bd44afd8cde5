"use client";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

/** A check box whose whole row is the target. */
export function Checkbox({
  label,
  checked,
  onChange,
  end,
  className,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly end?: ReactNode;
  readonly className?: string;
}) {
  return (
    <label
      className={cx(
        "flex h-7 items-center gap-2 rounded-control px-2 text-12 hover:bg-bg3 has-focus-visible:outline-2 has-focus-visible:outline-ac",
        checked ? "text-fg1" : "text-fg2",
        className,
      )}
    >
      <input
        type="checkbox"
        className="peer sr-only"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span
        aria-hidden="true"
        className={cx(
          "inline-grid size-3.5 flex-none place-items-center rounded-[3px] border",
          checked ? "border-ac bg-ac text-ac-fg" : "border-ln3",
        )}
      >
        {checked ? <Check size={10} strokeWidth={3} /> : null}
      </span>
      <span className="min-w-0 truncate">{label}</span>
      {end !== undefined ? <span className="ml-auto text-11 text-fg3 tabular-nums">{end}</span> : null}
    </label>
  );
}
