"use client";
import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { ariaKeys } from "./keys";
import { Tooltip, type TooltipSide } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  readonly label: string;
  readonly icon: ReactNode;
  /** Key name as keymaps write it, e.g. "Shift+w". */
  readonly keys?: string | undefined;
  /** The small letter in the corner, as on the tools. */
  readonly corner?: string | undefined;
  readonly pressed?: boolean;
  readonly size?: "sm" | "md" | "tool";
  readonly side?: TooltipSide;
  readonly disabledReason?: string | null;
}

const sizes = { sm: "size-6", md: "size-7", tool: "size-8" } as const;

export function IconButton({
  label,
  icon,
  keys,
  corner,
  pressed,
  size = "md",
  side = "bottom",
  disabledReason = null,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const reasonId = useId();
  const off = disabledReason !== null;
  return (
    <Tooltip label={off ? disabledReason : label} keys={off ? undefined : keys} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
        aria-pressed={pressed}
        aria-disabled={off || undefined}
        aria-describedby={off ? reasonId : undefined}
        onClick={(event) => (off ? event.preventDefault() : onClick?.(event))}
        className={cx(
          "relative inline-grid flex-none place-items-center rounded-control",
          sizes[size],
          off && "cursor-not-allowed text-fg3",
          !off && pressed && "bg-ac-bg text-ac-tx",
          !off && !pressed && "text-fg2 hover:bg-bg3 hover:text-fg1",
          className,
        )}
      >
        {icon}
        {corner ? (
          <span
            aria-hidden="true"
            className="absolute right-0.5 bottom-px origin-bottom-right scale-[0.82] text-11 leading-[11px] font-[500] text-fg3"
          >
            {corner}
          </span>
        ) : null}
        {off ? (
          <span id={reasonId} hidden>
            {disabledReason}
          </span>
        ) : null}
      </button>
    </Tooltip>
  );
}
