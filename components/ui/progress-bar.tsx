import { cx } from "./cx";

/** A thin bar of `value` out of `total`. */
export function ProgressBar({
  label,
  value,
  total,
  className,
}: {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly className?: string;
}) {
  const full = total > 0 && value >= total;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      className={cx("h-1 overflow-hidden rounded-sm bg-bg4", className)}
    >
      <div
        className={cx("h-full", full ? "bg-ok" : "bg-ac")}
        style={{ width: `${total === 0 ? 0 : Math.min(100, (100 * value) / total)}%` }}
      />
    </div>
  );
}
