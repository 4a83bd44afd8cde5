import { applyAffine } from "@/lib/core/geometry/affine";
import type { CellPicture } from "./cell-geometry";
import styles from "./viewer.module.css";

/** Covers what of a figure does not belong to the panel that is shown. Nothing of the panel itself is covered. */
export function PanelMask({ geometry: { stack, size, map } }: { readonly geometry: CellPicture }) {
  if (!stack.crop) return null;
  const [left, top, width, height] = stack.crop;
  const corners = [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ] as const;
  const outline = corners.map((corner) => applyAffine(map, corner).join(" ")).join(" L ");
  return (
    <svg className={styles.mask} aria-hidden="true" data-mask>
      <path
        fillRule="evenodd"
        fill="#000"
        d={`M 0 0 H ${size.width} V ${size.height} H 0 Z M ${outline} Z`}
      />
    </svg>
  );
}
