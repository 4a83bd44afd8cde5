import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerDownLeft } from "lucide-react";
import type { ReactNode } from "react";
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
export function keyFace(cap: string): ReactNode {
  return icons[cap] ?? cap;
}

/** The key caps of one key name. */
export function KeyCaps({ name }: { readonly name: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-fg3">
      {keyCaps(name).map((cap) => (
        <Kbd key={cap}>{keyFace(cap)}</Kbd>
      ))}
    </span>
  );
}

/** A hint for the foot bar: keys, then what they do. */
export function KeyHint({
  keys,
  children,
}: {
  readonly keys: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <span className="inline-flex flex-none items-center gap-1.5">
      {keys.map((name) => (
        <KeyCaps key={name} name={name} />
      ))}
      {children}
    </span>
  );
}
