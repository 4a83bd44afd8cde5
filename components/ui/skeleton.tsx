import { cx } from "./cx";

/** A grey bar where text will be. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden="true" className={cx("skeleton h-3", className)} />;
}
