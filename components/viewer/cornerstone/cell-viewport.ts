import { Enums, eventTarget, type Types } from "@cornerstonejs/core";
import type { StackFrame, StackView } from "@/lib/cases/types";
import type { ScreenSize, ViewState } from "@/lib/core/geometry/view-transform";
import type { WindowValue } from "../presets";
import { frameIndex } from "../store-rules";
import type { Place } from "../store-state";
import { defaultWindow, windowRange } from "../window";
import { applyView } from "./apply-view";
import { displayPlane, displayShape } from "./frame-plane";
import { type Claim, claimImage, isLoaded } from "./frame-requests";
import { imageIdOf } from "./image-id";
import { metadataOf } from "./metadata-provider";
import { createPrefetch } from "./prefetch";
import { fitCanvas, type Stage } from "./stage";
import { prefetchReach } from "./start";

export interface Look {
  readonly view: ViewState;
  /** Null = the window the image asks for. */
  readonly window: WindowValue | null;
  readonly inverted: boolean;
  readonly smoothed: boolean;
}

export interface CellViewportOptions {
  readonly stage: Stage;
  readonly viewportId: string;
  readonly element: HTMLDivElement;
  readonly stack: StackView;
  readonly look: () => Look;
  /** Of the element, CSS pixels: known, so that no slice asks for the page's layout. */
  readonly size: () => ScreenSize;
  readonly onLoading: () => void;
  readonly onShown: (frame: StackFrame) => void;
  readonly onFailed: (place: Place, error: unknown) => void;
}

export interface CellViewport {
  readonly show: (place: Place) => Promise<void>;
  /** Applies the present look to the picture that is shown. */
  readonly refresh: () => void;
  readonly dispose: () => void;
}

/**
 * One stack in one element. Pixels are loaded before the viewport is asked to show them, so a frame that fails never
 * reaches it; one that fails in drawing makes the viewport new.
 */
export function createCellViewport(options: CellViewportOptions): CellViewport {
  const { stage, viewportId, element, stack } = options;
  const imageIds = stack.frames.map(imageIdOf);
  const prefetch = createPrefetch(imageIds, prefetchReach(frameBytes(stack)));
  let claim: Claim | null = null;
  let shown: StackFrame | null = null;
  let stackGiven = false;
  let turn = 0;

  const enable = (): void => {
    stage.engine.enableElement({ viewportId, element, type: Enums.ViewportType.STACK });
    // The library makes its element focusable and prevents every key pressed in it, Tab included. Without a tab index
    // the focus goes to the viewport around it, and its listener hears nothing.
    element.removeAttribute("tabindex");
    stage.group.addViewport(viewportId, stage.engine.id);
    if (stage.renderer === "cpu") fitCanvas(viewport().canvas);
    stackGiven = false;
  };
  const disable = (): void => {
    if (stage.engine.hasBeenDestroyed) return;
    stage.group.removeViewports(stage.engine.id, viewportId);
    stage.engine.disableElement(viewportId);
  };
  const viewport = (): Types.IStackViewport => stage.engine.getViewport(viewportId) as Types.IStackViewport;

  const give = async (index: number): Promise<void> => {
    let drawingError: unknown = null;
    const note = (event: Event) => {
      drawingError = event instanceof CustomEvent ? event.detail : event;
    };
    eventTarget.addEventListener(Enums.Events.IMAGE_LOAD_ERROR, note);
    try {
      if (stackGiven) await viewport().setImageIdIndex(index);
      else {
        stackGiven = true;
        await viewport().setStack(imageIds, index);
      }
    } finally {
      eventTarget.removeEventListener(Enums.Events.IMAGE_LOAD_ERROR, note);
    }
    if (drawingError !== null)
      throw new Error("the viewport could not draw the frame", { cause: drawingError });
  };

  const refresh = (): void => {
    const metadata = shown ? metadataOf(shown.instanceId) : null;
    if (!shown || !metadata) return;
    const { view, window: chosen, inverted, smoothed } = options.look();
    const target = viewport();
    target.setProperties({
      voiRange: windowRange(chosen ?? defaultWindow(metadata), metadata.voiFunction),
      invert: inverted !== (metadata.photometricInterpretation === "MONOCHROME1"),
      interpolationType: smoothed ? Enums.InterpolationType.LINEAR : Enums.InterpolationType.NEAREST,
    });
    const shape = displayShape(metadata, stack);
    applyView(target, stage.renderer, displayPlane(metadata, shown.frame), shape, options.size(), view);
    target.render();
  };

  const show = async (place: Place): Promise<void> => {
    turn += 1;
    const mine = turn;
    claim?.release();
    claim = null;
    const index = frameIndex(stack, place);
    const frame = index === null ? undefined : stack.frames[index];
    if (index === null || !frame) {
      options.onFailed(place, new Error("the stack has no frame here"));
      return;
    }
    if (shown === null || !isLoaded(imageIdOf(frame))) options.onLoading();
    try {
      claim = claimImage(imageIdOf(frame));
      await claim.image;
      if (mine !== turn) return;
      await give(index);
      if (mine !== turn) return;
      shown = frame;
      refresh();
      options.onShown(frame);
      prefetch.around(index);
    } catch (error) {
      if (mine !== turn) return;
      shown = null;
      disable();
      enable();
      options.onFailed(place, error);
    }
  };

  enable();
  stage.refreshers.add(refresh);
  return {
    show,
    refresh,
    dispose: () => {
      turn += 1;
      claim?.release();
      prefetch.stop();
      stage.refreshers.delete(refresh);
      disable();
    },
  };
}

function frameBytes(stack: StackView): number {
  const metadata = metadataOf(stack.frames[0]?.instanceId ?? "");
  if (!metadata) return 512 * 512 * 2;
  // Rescaled values may need four bytes each.
  return metadata.rows * metadata.columns * (metadata.samplesPerPixel === 3 ? 4 : 2 * 2);
}
