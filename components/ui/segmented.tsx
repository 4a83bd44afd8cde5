"use client";
import { type ReactNode, useId } from "react";

export interface SegmentedOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
}

/** One of a few choices: the browser's own radio buttons in our clothes. With an icon the label is read, not shown. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SegmentedOption<T>[];
  readonly onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="inline-flex flex-none gap-px rounded-control border border-ln1 bg-bg0 p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={option.icon ? option.label : undefined}
          className="relative inline-flex h-6 min-w-6 items-center justify-center rounded-chip px-2 text-12 font-med text-fg3 hover:text-fg1 has-checked:bg-bg4 has-checked:text-fg1 has-focus-visible:outline-2 has-focus-visible:outline-ac"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.icon ?? option.label}
          {option.icon ? <span className="sr-only">{option.label}</span> : null}
        </label>
      ))}
    </fieldset>
  );
}
