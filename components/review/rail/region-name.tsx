"use client";
import { useReview } from "../context";
import { changeRegion, type ListedRegion } from "../region-acts";

/** The name of a region while it is typed: own words, or a label of the project. */
export function RegionName({
  region,
  number,
  onClose,
}: {
  readonly region: ListedRegion;
  readonly number: number;
  readonly onClose: () => void;
}) {
  const review = useReview();
  function rename(label: string) {
    onClose();
    if (label.trim() !== region.value.label) changeRegion(review, region, { label: label.trim() });
  }
  return (
    <li className="px-2 py-0.5">
      <input
        ref={(element) => element?.focus()}
        aria-label={`Name of region ${number}`}
        defaultValue={region.value.label}
        list="region-labels"
        maxLength={200}
        onBlur={(event) => rename(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter") rename(event.currentTarget.value);
          if (event.key === "Escape") onClose();
        }}
        className="h-6 w-full rounded-chip border border-ac bg-bg0 px-2 text-12 outline-none"
      />
      <datalist id="region-labels">
        {review.workspace.settings.labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </li>
  );
}
