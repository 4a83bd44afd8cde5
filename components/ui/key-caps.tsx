import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerDownLeft } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { Kbd } from "./kbd";
import { keyCaps } from "./keys";

const icons: Readonly<Record<string, ReactNode>> = {
  ArrowUp: <ArrowUp size={12} aria-label="Up" />,
  ArrowDown: <ArrowDown size={12} aria-label="Down" />,
  ArrowLeft: <ArrowLeft size={12} aria-label="Left" />,
  ArrowRight: <ArrowRight size={12} aria-label="Right" />,
  Enter: <CornerDownLeft size={12} aria-label="Enter" />,
};

/** What a key cap shows: an icon where the font has no glyph. */
function keyFace(cap: string): ReactNode {
  return icons[cap] ?? cap;
}

/** The key caps of one key name, in the colour given or a quiet one. */
export function KeyCaps({
  name,
  className = "text-fg3",
}: {
  readonly name: string;
  readonly className?: string;
}) {
  return (
    <span className={cx("inline-flex flex-none items-center gap-1", className)}>
      {keyCaps(name).map((cap) => (
        <Kbd key={cap}>{keyFace(cap)}</Kbd>
      ))}
    </span>
  );
}

/** A hint for the foot bar: keys, then what they do. Nothing where no key does it. */
export function KeyHint({
  keys,
  children,
}: {
  readonly keys: readonly (string | undefined)[];
  readonly children: ReactNode;
}) {
  const known = keys.filter((name) => name !== undefined);
  if (known.length === 0) return null;
  return (
    <span className="inline-flex flex-none items-center gap-1.5">
      {known.map((name) => (
        <KeyCaps key={name} name={name} />
      ))}
      {children}
    </span>
  );
}
