import { type Affine, applyAffine } from "@/lib/core/geometry/affine";
import { ellipseOutline } from "@/lib/core/geometry/ellipse";
import type { ImagePoint } from "@/lib/core/geometry/points";
import { referenceLine } from "@/lib/core/geometry/slices";
import { splineOutline } from "@/lib/core/geometry/spline-outline";
import type { CellPicture } from "./cell-geometry";
import { patientPlane } from "./cornerstone/frame-plane";
import { regionColour } from "./region-colour";
import { useViewer, useViewerState } from "./stage-context";
import { frameAt } from "./store-rules";
import type { CellIndex } from "./store-state";
import styles from "./viewer.module.css";

/** Drawn by us over the picture: regions that came with the data, handles of the selected one, the reference line. */
export function RegionMarks({
  geometry,
  cell,
}: {
  readonly geometry: CellPicture;
  readonly cell: CellIndex;
}) {
  const { sourceRegions, live, readOnly } = useViewer();
  const selectedId = useViewerState((state) => state.selectedRegionId);
  const { frame, map } = geometry;
  const here = sourceRegions.filter(
    (region) => region.instanceId === frame.instanceId && region.frame === frame.frame,
  );
  const selected = selectedId === null ? undefined : live.get(selectedId);
  const handles =
    selected &&
    !readOnly &&
    !selected.locked &&
    selected.kind !== "freehand" &&
    selected.instanceId === frame.instanceId &&
    selected.frame === frame.frame
      ? selected.points
      : [];
  return (
    <svg className={styles.marks} aria-hidden>
      <ReferenceLine geometry={geometry} cell={cell} />
      {here.map((region) => (
        <g key={region.id} data-source-region>
          <SourceOutline kind={region.kind} points={region.points} map={map} />
        </g>
      ))}
      {handles.map((point) => {
        const [x, y] = applyAffine(map, point);
        return (
          <rect
            key={`${x} ${y}`}
            x={x - 3}
            y={y - 3}
            width={6}
            height={6}
            fill="#000"
            stroke={regionColour[selected?.colour ?? "cyan"]}
          />
        );
      })}
    </svg>
  );
}

function pathOf(points: readonly ImagePoint[], map: Affine): string {
  return points.map((point) => applyAffine(map, point).join(",")).join(" ");
}

function SourceOutline({
  kind,
  points,
  map,
}: {
  readonly kind: string;
  readonly points: readonly ImagePoint[];
  readonly map: Affine;
}) {
  const style = { fill: "none", stroke: "oklch(0.9 0.006 260)", strokeWidth: 1.5, strokeDasharray: "5 4" };
  const [first, second, third, fourth] = points;
  if (kind === "bidirectional" && first && second && third && fourth)
    return (
      <>
        <polyline points={pathOf([first, second], map)} {...style} />
        <polyline points={pathOf([third, fourth], map)} {...style} />
      </>
    );
  if (kind === "angle") return <polyline points={pathOf(points, map)} {...style} />;
  if (kind === "spline") return <polygon points={pathOf(splineOutline(points), map)} {...style} />;
  if (kind === "ellipse" && first && second && third && fourth)
    return <polygon points={pathOf(ellipseOutline([first, second, third, fourth]), map)} {...style} />;
  if (points.length >= 3) return <polygon points={pathOf(points, map)} {...style} />;
  if (!first) return null;
  const [x, y] = applyAffine(map, first);
  if (!second) return <circle cx={x} cy={y} r={5} {...style} strokeDasharray="3 2" />;
  return (
    <>
      <polyline points={pathOf(points, map)} {...style} />
      {kind === "arrow" && (
        <polygon points={arrowHead([x, y], applyAffine(map, second))} fill={style.stroke} />
      )}
    </>
  );
}

/** Corners of the head of an arrow that ends at `tip`, CSS pixels. */
function arrowHead(tip: readonly [number, number], tail: readonly [number, number]): string {
  const back = Math.atan2(tail[1] - tip[1], tail[0] - tip[0]);
  const corner = (turn: number) => [tip[0] + 12 * Math.cos(back + turn), tip[1] + 12 * Math.sin(back + turn)];
  return [tip, corner(0.4), corner(-0.4)].map((point) => point.join(",")).join(" ");
}

/** Where the active cell's slice cuts this one. */
function ReferenceLine({ geometry, cell }: { readonly geometry: CellPicture; readonly cell: CellIndex }) {
  const { instances } = useViewer();
  const active = useViewerState((state) => {
    if (!state.referenceLines || state.activeCell === cell) return null;
    const stack = state.stacks.find(({ id }) => id === state.cells[state.activeCell]);
    const place = stack && state.places[stack.id];
    return stack && place ? frameAt(stack, place) : null;
  });
  const other = active ? instances[active.instanceId] : undefined;
  const plane = patientPlane(geometry.metadata, geometry.frame.frame);
  const cut = active && other ? patientPlane(other, active.frame) : null;
  const shared =
    other?.frameOfReferenceUid != null && other.frameOfReferenceUid === geometry.metadata.frameOfReferenceUid;
  const line = plane && cut && shared ? referenceLine(plane, cut) : null;
  if (!line) return null;
  const [from, to] = [applyAffine(geometry.map, line[0]), applyAffine(geometry.map, line[1])];
  return (
    <line
      x1={from[0]}
      y1={from[1]}
      x2={to[0]}
      y2={to[1]}
      data-reference-line
      stroke="oklch(0.83 0.06 82)"
      strokeDasharray="4 4"
    />
  );
}
