"use client";
import { Eye, EyeOff, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { RegionValue } from "@/lib/reading/schema";
import { putRegion, remove } from "../changes";
import { useReview, useViewerOf } from "../context";
import { sayDone } from "../decide";

const kindWords: Readonly<Record<RegionValue["kind"], string>> = {
  ellipse: "Ellipse",
  rectangle: "Box",
  freehand: "Freehand",
  spline: "Curve",
  arrow: "Arrow",
  length: "Length",
  bidirectional: "Long and short axis",
  angle: "Angle",
  probe: "Probe",
};

/** One region of the list: a click goes to it; rename, hide and delete beside it. */
export function RegionRow({
  id,
  value,
  number,
  slice,
}: {
  readonly id: string;
  readonly value: RegionValue;
  readonly number: number;
  /** Slice number, 1 up; null where no series has it. */
  readonly slice: number | null;
}) {
  const review = useReview();
  const { sync, viewer, workspace, readOnly } = review;
  const selected = useViewerOf((state) => state.selectedRegionId === id);
  const [naming, setNaming] = useState(false);
  const name = `${number} ${value.label || kindWords[value.kind]}`;

  function rename(label: string) {
    setNaming(false);
    if (label.trim() !== value.label) sync.change([putRegion(id, { ...value, label: label.trim() })]);
  }
  if (naming)
    return (
      <li className="px-2 py-0.5">
        <input
          ref={(element) => element?.focus()}
          aria-label={`Name of region ${number}`}
          defaultValue={value.label}
          list="region-labels"
          maxLength={200}
          onBlur={(event) => rename(event.target.value)}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "Enter") rename(event.currentTarget.value);
            if (event.key === "Escape") setNaming(false);
          }}
          className="h-6 w-full rounded-chip border border-ac bg-bg0 px-2 text-12 outline-none"
        />
        <datalist id="region-labels">
          {workspace.settings.labels.map((label) => (
            <option key={label} value={label} />
          ))}
        </datalist>
      </li>
    );
  return (
    <li
      className={cx(
        "group flex h-7 items-center gap-1 pr-1 pl-3 text-12",
        selected ? "bg-bg3 text-fg1" : "text-fg2 hover:bg-bg2",
      )}
    >
      <i
        aria-hidden="true"
        className={cx("w-3 flex-none border-t-2 border-roi", value.kind === "arrow" && "border-dashed")}
      />
      <button
        type="button"
        aria-current={selected ? "true" : undefined}
        onClick={() => viewer.getState().selectRegion(id)}
        onDoubleClick={() => !readOnly && setNaming(true)}
        className="flex h-6 min-w-0 flex-1 items-center gap-1.5 text-left"
      >
        <span className={cx("truncate", value.hidden && "text-fg3 line-through")}>{name}</span>
        {slice === null ? null : <span className="flex-none text-11 text-fg3">{slice}</span>}
      </button>
      {readOnly ? null : (
        <span
          className={cx(
            "flex flex-none",
            !selected && "opacity-0 group-focus-within:opacity-100 group-hover:opacity-100",
          )}
        >
          <IconButton
            size="sm"
            label={`Rename ${name}`}
            icon={<Pencil size={12} />}
            onClick={() => setNaming(true)}
          />
          <IconButton
            size="sm"
            label={value.hidden ? `Show ${name}` : `Hide ${name}`}
            icon={value.hidden ? <EyeOff size={14} /> : <Eye size={14} />}
            onClick={() => sync.change([putRegion(id, { ...value, hidden: !value.hidden })])}
          />
          <IconButton
            size="sm"
            label={`Delete ${name}`}
            icon={<Trash2 size={12} />}
            onClick={() => {
              sync.change([remove("region", id)]);
              if (selected) viewer.getState().selectRegion(null);
              sayDone(review, `Region ${name} deleted`);
            }}
          />
        </span>
      )}
    </li>
  );
}
