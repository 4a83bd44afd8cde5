/** What a drag in a viewport can do to the view. */
export const dragKinds = ["window", "pan", "zoom", "scroll"] as const;
export type DragKind = (typeof dragKinds)[number];

/** Whether a tool changes the view alone: it leaves labels and double clicks to whoever wants them. */
export const isDragKind = (tool: string): boolean => dragKinds.some((kind) => kind === tool);

/** Every tool in hand that drags the view: those, and the two that show something while they last. */
export const viewDrags = [...dragKinds, "window-region", "magnify"] as const;
export type ViewDragKind = (typeof viewDrags)[number];

const buttons = ["left", "middle", "right"] as const;
const modifiers = ["", "shift+", "ctrl+"] as const;
type Modifier = (typeof modifiers)[number];
export type DragGesture = `${Modifier}${(typeof buttons)[number]}`;
export type WheelGesture = `${Modifier}wheel`;

export const dragGestures: readonly DragGesture[] = modifiers.flatMap((modifier) =>
  buttons.map((button): DragGesture => `${modifier}${button}`),
);
export const wheelGestures: readonly WheelGesture[] = modifiers.map(
  (modifier): WheelGesture => `${modifier}wheel`,
);

/** "tool" is the tool in hand, whichever that is. */
export const dragActions = ["tool", ...dragKinds, "none"] as const;
export type DragAction = (typeof dragActions)[number];

/** What the mouse does in a viewport. */
export interface MouseMap {
  /** The tool in hand when a case opens. */
  readonly start: DragKind;
  readonly drags: Readonly<Record<DragGesture, DragAction>>;
  readonly wheels: Readonly<Record<WheelGesture, DragKind>>;
}

export const usualMouse: MouseMap = {
  start: "window",
  drags: {
    left: "tool",
    middle: "pan",
    right: "zoom",
    "shift+left": "pan",
    "shift+middle": "none",
    "shift+right": "none",
    "ctrl+left": "window",
    "ctrl+middle": "none",
    "ctrl+right": "none",
  },
  wheels: { wheel: "scroll", "shift+wheel": "scroll", "ctrl+wheel": "zoom" },
};

/** Which wheel gesture a turn is. */
export function wheelGesture(event: {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}): WheelGesture {
  if (event.ctrlKey || event.metaKey) return "ctrl+wheel";
  return event.shiftKey ? "shift+wheel" : "wheel";
}
