import {
  AngleTool,
  ArrowAnnotateTool,
  addTool,
  annotation,
  BaseTool,
  BidirectionalTool,
  EllipticalROITool,
  Enums,
  LengthTool,
  PlanarFreehandROITool,
  ProbeTool,
  RectangleROITool,
  SplineROITool,
  ToolGroupManager,
  type Types,
} from "@cornerstonejs/tools";
import type { RegionKind } from "@/lib/reading/schema";
import { type DragGesture, dragGestures, type MouseMap, type ViewDragKind, viewDrags } from "../mouse";
import type { ViewerTool } from "../types";

export const toolGroupId = "reading-room";

/** The Cornerstone tool that draws each kind of region. */
export const regionTools = {
  ellipse: EllipticalROITool.toolName,
  rectangle: RectangleROITool.toolName,
  freehand: PlanarFreehandROITool.toolName,
  spline: SplineROITool.toolName,
  arrow: ArrowAnnotateTool.toolName,
  length: LengthTool.toolName,
  bidirectional: BidirectionalTool.toolName,
  angle: AngleTool.toolName,
  probe: ProbeTool.toolName,
} as const satisfies Record<RegionKind, string>;

/** Where a drag of the mouse began and is, CSS pixels of the viewport. */
export interface DragPath {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

type DragListener = (
  kind: ViewDragKind,
  element: HTMLDivElement,
  right: number,
  down: number,
  path: DragPath,
) => void;

let dragListener: DragListener | null = null;

/** Hears drags of the tools that change the view: CSS pixels since the last call, and the way from the start. */
export function onViewDrag(listener: DragListener): () => void {
  dragListener = listener;
  return () => {
    if (dragListener === listener) dragListener = null;
  };
}

/** A tool that only reports its drags: the store owns window, zoom, pan and slice, alike in both renderers. */
function viewDragTool(kind: ViewDragKind) {
  return class extends BaseTool {
    static override toolName = `ViewDrag-${kind}`;
    /** Without "Touch" the library gives a tool no drag of a finger. */
    override supportedInteractionTypes: ("Mouse" | "Touch")[] = ["Mouse", "Touch"];
    mouseDragCallback(event: Types.EventTypes.InteractionEventType): void {
      const { element, deltaPoints, startPoints, currentPoints } = event.detail;
      const [right, down] = deltaPoints.canvas;
      const { canvas: from } = startPoints;
      const { canvas: to } = currentPoints;
      dragListener?.(kind, element, right, down, { from: [from[0], from[1]], to: [to[0], to[1]] });
    }
  };
}

const dragTools = Object.fromEntries(viewDrags.map((kind) => [kind, viewDragTool(kind)]));
const dragToolName = (kind: ViewDragKind) => `ViewDrag-${kind}`;
const isDragKind = (tool: ViewerTool): tool is ViewDragKind => viewDrags.some((kind) => kind === tool);

const { MouseBindings, KeyboardBindings } = Enums;

/** A style Cornerstone reads but does not declare: labels are ours. */
const noTextBox: Readonly<Record<string, boolean>> = { textBoxVisibility: false };

/** The colour of regions that were given no other: the token `--roi`. */
export const usualColour = "rgb(83, 242, 242)";

/** Registers every tool with Cornerstone, once a page. */
export function registerTools(): void {
  for (const tool of [
    EllipticalROITool,
    RectangleROITool,
    PlanarFreehandROITool,
    SplineROITool,
    ArrowAnnotateTool,
    LengthTool,
    BidirectionalTool,
    AngleTool,
    ProbeTool,
    ...Object.values(dragTools),
  ])
    addTool(tool);
  const color = usualColour;
  const style = annotation.config.style.getDefaultToolStyles();
  annotation.config.style.setDefaultToolStyles({
    ...style,
    global: {
      ...style.global,
      color,
      colorHighlighted: color,
      colorSelected: color,
      colorLocked: color,
      lineWidth: "1.5",
      ...noTextBox,
    },
  });
}

/** Points of a spline are dragged, not added or taken away: the tool would not say that it did. */
const fixedPoints = { controlPointAdditionEnabled: false, controlPointDeletionEnabled: false };

/** The tool group of the viewer. Regions are measured by us, so Cornerstone neither measures nor writes. */
export function createToolGroup(): Types.IToolGroup {
  ToolGroupManager.destroyToolGroup(toolGroupId);
  const group = ToolGroupManager.createToolGroup(toolGroupId);
  if (!group) throw new Error("Cornerstone made no tool group");
  const silent = { calculateStats: false, getTextLines: () => [] };
  group.addTool(regionTools.ellipse, silent);
  group.addTool(regionTools.rectangle, silent);
  group.addTool(regionTools.freehand, { ...silent, allowOpenContours: false });
  group.addTool(regionTools.spline, { ...silent, spline: { configuration: { CATMULLROM: fixedPoints } } });
  group.addTool(regionTools.length, silent);
  group.addTool(regionTools.bidirectional, silent);
  group.addTool(regionTools.angle, silent);
  group.addTool(regionTools.probe, silent);
  group.addTool(regionTools.arrow, {
    getTextCallback: (done: (text: string) => void) => done(" "),
    changeTextCallback: () => undefined,
  });
  for (const kind of viewDrags) group.addTool(dragToolName(kind));
  return group;
}

const buttonOf = {
  left: MouseBindings.Primary,
  middle: MouseBindings.Auxiliary,
  right: MouseBindings.Secondary,
} as const;

/** Cornerstone's binding for a gesture of ours. */
function bindingOf(gesture: DragGesture): Types.IToolBinding {
  const [button = "left", modifier] = gesture.split("+").reverse();
  const mouseButton = buttonOf[button === "middle" || button === "right" ? button : "left"];
  if (modifier === undefined) return { mouseButton };
  return { mouseButton, modifierKey: modifier === "shift" ? KeyboardBindings.Shift : KeyboardBindings.Ctrl };
}

/**
 * Binds the buttons as the person's mouse map says. Regions can be taken hold of under every tool; in a view that is not
 * editable they are only seen, and the tool in hand is the one a case opens with.
 */
export function activateTool(
  group: Types.IToolGroup,
  tool: ViewerTool,
  editable: boolean,
  { start, drags }: MouseMap,
): void {
  const inHand = isDragKind(tool) || editable ? tool : start;
  const bindingsOf = (wanted: ViewerTool) =>
    dragGestures
      .filter((gesture) => (drags[gesture] === "tool" ? inHand : drags[gesture]) === wanted)
      .map(bindingOf);
  for (const [kind, name] of Object.entries(regionTools)) {
    const bindings = kind === inHand ? bindingsOf(inHand) : [];
    if (bindings.length > 0) {
      group.setToolPassive(name, { removeAllBindings: true });
      group.setToolActive(name, { bindings });
    } else if (editable) group.setToolPassive(name, { removeAllBindings: true });
    else group.setToolEnabled(name);
  }
  for (const kind of viewDrags) {
    const bindings = bindingsOf(kind);
    group.setToolDisabled(dragToolName(kind));
    if (bindings.length > 0) group.setToolActive(dragToolName(kind), { bindings });
  }
}
