"use client";
import {
  Angle,
  Circle,
  Contrast,
  Crosshair,
  Lasso,
  Layers2,
  Move,
  MoveUpRight,
  Ruler,
  RulerDimensionLine,
  Search,
  Spline,
  Square,
  SquareDashedMousePointer,
  Star,
  Undo2,
  ZoomIn,
} from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { moveRovingFocus } from "@/components/ui/roving";
import type { ViewerTool } from "@/components/viewer/types";
import { useReview, useViewerOf } from "./context";
import { undo } from "./decide";
import { useImageWait } from "./image-wait";
import type { ReviewKey } from "./keymap";
import { useReviewKey } from "./live-keys";
import { toggleKeySlice } from "./slices";

const looking: readonly { tool: ViewerTool & ReviewKey; label: string; Icon: typeof Move }[] = [
  { tool: "window", label: "Window", Icon: Contrast },
  { tool: "window-region", label: "Window by a box", Icon: SquareDashedMousePointer },
  { tool: "pan", label: "Pan", Icon: Move },
  { tool: "zoom", label: "Zoom", Icon: ZoomIn },
  { tool: "magnify", label: "Magnify", Icon: Search },
  { tool: "scroll", label: "Scroll", Icon: Layers2 },
];
const drawing: typeof looking = [
  { tool: "length", label: "Length", Icon: Ruler },
  { tool: "bidirectional", label: "Long and short axis", Icon: RulerDimensionLine },
  { tool: "angle", label: "Angle", Icon: Angle },
  { tool: "ellipse", label: "Ellipse ROI", Icon: Circle },
  { tool: "freehand", label: "Freehand ROI", Icon: Lasso },
  { tool: "spline", label: "Smooth curve ROI", Icon: Spline },
  { tool: "rectangle", label: "Box ROI", Icon: Square },
  { tool: "arrow", label: "Arrow", Icon: MoveUpRight },
  { tool: "probe", label: "Probe", Icon: Crosshair },
];

/** The letter in the corner of a button: only a key of one character fits. */
const cornerOf = (key: string | undefined) => (key?.length === 1 ? key.toUpperCase() : undefined);

/** The image tools, one of them in hand. */
export function ToolColumn() {
  const review = useReview();
  const { viewer, readOnly } = review;
  const tool = useViewerOf((state) => state.tool);
  const wait = useImageWait();
  const keyOf = useReviewKey();
  const corner = (id: ReviewKey) => cornerOf(keyOf(id));
  const closed = readOnly ? "This reading is submitted." : null;
  const button = ({ tool: id, label, Icon }: (typeof looking)[number], off: string | null) => (
    <IconButton
      key={id}
      data-roving=""
      tabIndex={tool === id ? 0 : -1}
      label={label}
      keys={keyOf(id)}
      corner={corner(id)}
      icon={<Icon size={16} />}
      size="tool"
      side="left"
      pressed={tool === id}
      disabledReason={off}
      onClick={() => viewer.getState().setTool(id)}
    />
  );
  const rule = <span aria-hidden="true" className="my-1.5 h-px w-5 flex-none bg-ln2" />;
  return (
    <div
      role="toolbar"
      aria-label="Image tools"
      aria-orientation="vertical"
      onKeyDown={(event) => moveRovingFocus(event, "vertical")}
      className="scroll-thin flex h-full flex-col items-center gap-0.5 py-1.5"
    >
      {looking.map((one) => button(one, null))}
      {rule}
      {drawing.map((one) => button(one, closed))}
      {rule}
      <IconButton
        data-roving=""
        tabIndex={-1}
        label="Key slice"
        keys={keyOf("key-slice")}
        corner={corner("key-slice")}
        icon={<Star size={16} />}
        size="tool"
        side="left"
        disabledReason={closed ?? wait}
        onClick={() => toggleKeySlice(review)}
      />
      <IconButton
        data-roving=""
        tabIndex={-1}
        label="Undo"
        keys={keyOf("undo")}
        corner={corner("undo")}
        icon={<Undo2 size={16} />}
        size="tool"
        side="left"
        disabledReason={closed}
        onClick={() => undo(review)}
      />
    </div>
  );
}
