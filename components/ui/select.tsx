"use client";
import { ChevronDown } from "lucide-react";
import { type SelectHTMLAttributes, useId } from "react";
import { cx } from "./cx";

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "size"> {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly quiet?: boolean;
  readonly showLabel?: boolean;
}

/** The browser's own select in our clothes: its list is drawn by the system. */
export function Select({
  label,
  options,
  quiet = false,
  showLabel = false,
  className,
  ...rest
}: SelectProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className={showLabel ? "mb-1.5 block text-12 font-med text-fg2" : "sr-only"}>
        {label}
      </label>
      <span className="relative inline-flex w-full items-center">
        <select
          {...rest}
          id={id}
          className={cx(
            "h-7 w-full appearance-none rounded-control border pr-7 pl-2.5 text-12 font-med",
            quiet
              ? "border-transparent bg-transparent text-fg2 hover:bg-bg3"
              : "border-ln2 bg-bg1 text-fg1 hover:border-ln3",
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} className="bg-bg2 text-fg1">
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={12} aria-hidden="true" className="pointer-events-none absolute right-2 text-fg3" />
      </span>
    </div>
  );
}
