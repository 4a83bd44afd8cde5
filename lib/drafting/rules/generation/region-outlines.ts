import type { ImagePoint } from "@/lib/reading/schema";

/** Colours of outlines in their order; after the last the first comes again. */
const colours = ["yellow", "cyan", "magenta", "lime", "orange", "white"] as const;

export const outlineColour = (index: number): string => colours[index % colours.length] ?? colours[0];

interface Frame {
  /** Left and top edge of the picture in pixels of the frame. */
  readonly left: number;
  readonly top: number;
  /** Pixels of the picture per pixel of the frame. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Outlines of regions as SVG over a picture, each in its colour; no letters, which would depend on the fonts there are. */
export function regionOutlines(
  regions: readonly { readonly kind: string; readonly points: readonly ImagePoint[] }[],
  frame: Frame,
): string {
  const thickness = Math.max(1, Math.round(Math.max(frame.width, frame.height) / 300));
  const shapes = regions.map(({ kind, points }, index) => {
    const stroke = `fill="none" stroke="${outlineColour(index)}" stroke-width="${thickness}"`;
    return shape(
      kind,
      points.map((point) => placed(point, frame)),
      stroke,
      thickness,
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}">${shapes.join("")}</svg>`;
}

type Place = readonly [number, number];

const placed = ([column, row]: ImagePoint, { left, top, scale }: Frame): Place => [
  round((column - left) * scale),
  round((row - top) * scale),
];

const round = (value: number) => Math.round(value * 100) / 100;

function shape(kind: string, points: readonly Place[], stroke: string, thickness: number): string {
  const [a, b, c, d] = points;
  const path = points.map(([x, y]) => `${x},${y}`).join(" ");
  switch (kind) {
    case "ellipse": {
      if (!a || !b || !c || !d) return "";
      const [x, y] = [round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2)];
      const angle = round((Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI);
      const radius = (from: Place, to: Place) => round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 2);
      return `<ellipse cx="${x}" cy="${y}" rx="${radius(a, b)}" ry="${radius(c, d)}" transform="rotate(${angle} ${x} ${y})" ${stroke}/>`;
    }
    case "probe":
      return a ? `<circle cx="${a[0]}" cy="${a[1]}" r="${3 * thickness}" ${stroke}/>` : "";
    case "arrow":
    case "length":
      return `<polyline points="${path}" ${stroke}/>`;
    default:
      return `<polygon points="${path}" ${stroke}/>`;
  }
}
