import type { DragAction, DragGesture, DragKind, MouseMap, WheelGesture } from "@/components/viewer/mouse";

const actionWords: Readonly<Record<DragAction, string>> = {
  tool: "The tool in hand",
  window: "Window",
  pan: "Pan",
  zoom: "Zoom",
  scroll: "Slices",
  none: "Nothing",
};
export const mouseActionWords = (action: DragAction | DragKind): string => actionWords[action];

const modified = (gesture: string, words: string): string => {
  if (gesture.startsWith("shift+")) return `Shift + ${words}`;
  return gesture.startsWith("ctrl+") ? `Ctrl + ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a gesture of the mouse is called. */
export function gestureWords(gesture: DragGesture | WheelGesture): string {
  const plain = gesture.replace(/^(shift|ctrl)\+/, "");
  return modified(gesture, plain === "wheel" ? "wheel" : `${plain} drag`);
}

/** The mouse in lines for the `?` sheet, without what does nothing. */
export function mouseLines({ start, drags, wheels }: MouseMap) {
  const gestures = [...Object.entries(drags), ...Object.entries(wheels)] as readonly (readonly [
    DragGesture | WheelGesture,
    DragAction,
  ])[];
  return gestures
    .filter(([, action]) => action !== "none")
    .map(([gesture, action]) => ({
      id: gesture,
      label: gestureWords(gesture),
      does:
        action === "tool"
          ? `${actionWords.tool}, ${actionWords[start].toLowerCase()} at first`
          : actionWords[action],
    }));
}
