import type { ViewerStore } from "@/components/viewer/store";

export const viewTurns = [
  "rotate-left",
  "rotate-right",
  "flip-horizontal",
  "flip-vertical",
  "invert",
  "reset-view",
] as const;
export type ViewTurn = (typeof viewTurns)[number];

type Actions = ReturnType<ViewerStore["getState"]>;

const actionOf: Readonly<Record<ViewTurn, (state: Actions) => void>> = {
  "rotate-left": ({ rotate }) => rotate(-1),
  "rotate-right": ({ rotate }) => rotate(1),
  "flip-horizontal": ({ flip }) => flip("horizontal"),
  "flip-vertical": ({ flip }) => flip("vertical"),
  invert: ({ invert }) => invert(),
  "reset-view": ({ reset }) => reset(),
};

/** Changes how the picture of the active viewport is seen. Nothing of it is saved. */
export function turnView(viewer: ViewerStore, turn: ViewTurn): void {
  actionOf[turn](viewer.getState());
}
