"use client";
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { cx } from "./cx";

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "size"> {
  readonly label: string;
  readonly size?: "sm" | "md" | "xl";
  readonly hideLabel?: boolean;
  readonly error?: string | null;
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly end?: ReactNode;
}

const heights = { sm: "h-7 px-2 text-12", md: "h-8 px-2.5 text-13", xl: "h-10 px-3 text-14" } as const;

/** A labelled text field. The error is read with the field and says what to do. */
export function Field({
  label,
  size = "md",
  hideLabel = false,
  error = null,
  hint,
  icon,
  end,
  className,
  ...rest
}: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1.5 block text-12 font-med text-fg2"}>
        {label}
      </label>
      <div
        className={cx(
          "flex items-center gap-2 rounded-control border bg-bg0 text-fg3 focus-within:border-ac focus-within:outline-1 focus-within:outline-ac",
          heights[size],
          error ? "border-er" : "border-ln2",
          rest.readOnly && "border-ln1 bg-bg3",
        )}
      >
        {icon}
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || hint ? messageId : undefined}
          className="min-w-0 flex-1 bg-transparent text-fg1 outline-none placeholder:text-fg3"
        />
        {end}
      </div>
      {error || hint ? (
        <p
          id={messageId}
          role={error ? "alert" : undefined}
          className={cx("mt-1.5 text-12", error ? "text-er" : "text-fg3")}
        >
          {error ?? hint}
        </p>
      ) : null}
    </div>
  );
}
