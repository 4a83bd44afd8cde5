"use client";
import { type ButtonHTMLAttributes, type ReactNode, useId } from "react";
import { cx } from "./cx";
import { KeyCaps } from "./key-caps";
import { ariaKeys } from "./keys";
import { Spinner } from "./spinner";
import { Tooltip } from "./tooltip";

const variants = {
  default: "border-ln2 bg-(--control) text-fg1 shadow-e1 hover:border-ln3 hover:bg-bg3 active:bg-bg4",
  primary: "border-transparent bg-ac font-semi text-ac-fg hover:bg-ac-h",
  quiet: "border-transparent text-fg2 hover:bg-bg3 hover:text-fg1 active:bg-bg4",
  danger: "border-ln2 bg-(--control) text-er shadow-e1 hover:border-er-ln hover:bg-er-bg",
  reject: "border-er-ln bg-er-bg text-er",
} as const;
const sizes = {
  xs: "h-5 px-1 text-12",
  sm: "h-6 px-2 text-12",
  md: "h-7 px-2.5 text-12",
  lg: "h-8 px-3 text-13",
  decision: "h-9 min-w-0 px-2 text-13 font-semi",
  xl: "h-10 px-4 text-14",
} as const;

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  readonly variant?: keyof typeof variants;
  readonly size?: keyof typeof sizes;
  readonly icon?: ReactNode;
  /** Key name as keymaps write it. */
  readonly keys?: string | undefined;
  readonly busy?: boolean;
  /** Why it cannot be pressed now; the button stays reachable and says so. */
  readonly disabledReason?: string | null;
}

export function Button({
  variant = "default",
  size = "md",
  icon,
  keys,
  busy = false,
  disabledReason = null,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = disabledReason !== null;
  const button = (
    <button
      {...rest}
      type={type}
      aria-keyshortcuts={keys === undefined ? rest["aria-keyshortcuts"] : ariaKeys(keys)}
      aria-disabled={off || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={off ? reasonId : rest["aria-describedby"]}
      onClick={(event) => {
        if (off || busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={cx(
        "inline-flex items-center justify-center gap-1.5 rounded-control border font-med whitespace-nowrap transition-[background,border-color] duration-80 ease-out-quick",
        sizes[size],
        off ? "cursor-not-allowed border-ln1 bg-bg2 text-fg3" : variants[variant],
        className,
      )}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {keys ? <KeyCaps name={keys} className="-mr-0.5" /> : null}
      {off ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </button>
  );
  return off ? <Tooltip label={disabledReason}>{button}</Tooltip> : button;
}
