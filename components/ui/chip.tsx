import type { ReactNode } from "react";
import { cx } from "./cx";

const tones = {
  plain: "border-ln2 text-fg2",
  quiet: "border-transparent bg-bg3 text-fg2",
  ok: "border-transparent bg-ok-bg text-ok",
  warn: "border-transparent bg-wa-bg text-wa",
  error: "border-transparent bg-er-bg text-er",
  accent: "border-transparent bg-ac-bg text-ac-tx",
} as const;
export type Tone = keyof typeof tones;

/** A status: icon, word and colour together. */
export function Chip({
  tone = "plain",
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex h-5 flex-none items-center gap-1 rounded-chip border px-1.5 text-11 font-med whitespace-nowrap",
        tones[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
