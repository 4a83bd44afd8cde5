import type { ImageView } from "@/lib/cases/types";
import type { Review } from "../context";
import { say } from "../decide";

/** The figure in the active viewport, also where one of its panels is shown; null where it holds none. */
export function figureShown({ workspace, viewer }: Review): ImageView | null {
  const { activeCell, cells } = viewer.getState();
  const stack = workspace.stacks.find(({ id }) => id === cells[activeCell]);
  const face = stack?.kind === "figure" ? stack.frames[0] : undefined;
  return (
    workspace.images.find(
      (image) => !image.crop && image.instanceId === face?.instanceId && image.frame === face.frame,
    ) ?? null
  );
}

/** Opens the cropper on the figure that is shown; says why where that cannot be. */
export function beginCutting(review: Review): void {
  const figure = figureShown(review);
  if (!review.workspace.mayCut) say(review, "Figures of this case cannot be cut by you now.");
  else if (!figure) say(review, "Show a figure first: only figures are cut into panels.");
  else review.ui.setState({ cutting: figure.id });
}
