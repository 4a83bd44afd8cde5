import type { ReactNode } from "react";
import { cx } from "./cx";

/** A key cap. Arrows and Enter are icons: the font's subset has no glyph for them. */
export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={cx(
        "inline-grid h-4 min-w-4 place-items-center rounded-[3px] border border-[color-mix(in_oklch,currentColor_34%,transparent)] px-1 text-11 leading-[14px] font-[500]",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
