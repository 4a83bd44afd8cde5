import { eventTarget } from "@cornerstonejs/core";
import {
  annotation as annotations,
  cancelActiveManipulations,
  Enums,
  type Types,
} from "@cornerstonejs/tools";
import { v7 as uuid } from "uuid";
import type { FrameRef } from "@/lib/cases/types";
import type { Affine } from "@/lib/core/geometry/affine";
import type { RegionValue } from "@/lib/reading/schema";
import { drawnAlike, isSlip } from "../region-change";
import type { Renderer } from "../store-state";
import type { ViewerRegion } from "../types";
import {
  annotationById,
  annotationOfRegion,
  dressAnnotation,
  kindOfAnnotation,
  regionOfAnnotation,
} from "./annotation-records";
import { shapeOfRegion } from "./annotation-shape";
import { metadataOf } from "./metadata-provider";

/** The regions as they are drawn at this moment, a drawing that has begun included. */
export type LiveRegions = ReadonlyMap<string, RegionValue>;

export interface AnnotationSyncOptions {
  readonly renderer: Renderer;
  readonly onPut: (id: string, value: RegionValue) => void;
  readonly onSelect: (id: string) => void;
  /** `drawing`: a drawing has begun and waits for its next press. */
  readonly onLive: (regions: LiveRegions, drawing: boolean) => void;
  /** Draws the annotations of every viewport again. */
  readonly redraw: () => void;
}

export interface AnnotationSync {
  /** Draws the regions of the reading; one that is being dragged stays under the hand. */
  readonly setRegions: (regions: readonly ViewerRegion[]) => void;
  readonly select: (id: string | null) => void;
  /** Before a press in a viewport: the tools edit an ellipse by its handles' places on the screen. */
  readonly orderHandles: (frame: FrameRef, map: Affine) => void;
  /** After a release: what was changed is handed over, once. */
  readonly flush: () => void;
  /** Takes back a drawing that has begun; false where there is none. */
  readonly cancel: (element: HTMLDivElement) => boolean;
  readonly dispose: () => void;
}

const upright: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** Keeps Cornerstone's annotations and the regions of a reading the same: regions are controlled from outside. */
export function createAnnotationSync(options: AnnotationSyncOptions): AnnotationSync {
  const saved = new Map<string, RegionValue>();
  const live = new Map<string, RegionValue>();
  const changed = new Set<string>();
  /** Regions that became something else while they were under the hand: drawn as they are after the release. */
  const owed = new Set<string>();
  const drawing = new Set<string>();
  let applying = false;
  let cancelling = false;

  const quietly = (action: () => void): void => {
    applying = true;
    try {
      action();
    } finally {
      applying = false;
    }
  };

  const erase = (id: string): void => {
    quietly(() => {
      annotations.locking.setAnnotationLocked(id, false);
      annotations.state.removeAnnotation(id);
    });
    live.delete(id);
    drawing.delete(id);
    changed.delete(id);
    owed.delete(id);
  };

  const draw = (id: string, value: RegionValue): void => {
    const selected = annotations.selection.isAnnotationSelected(id);
    erase(id);
    const metadata = metadataOf(value.instanceId);
    if (value.hidden || !metadata) return;
    const record = annotationOfRegion(id, value, metadata, options.renderer, upright);
    quietly(() => {
      annotations.state.addAnnotation(record, record.metadata?.FrameOfReferenceUID ?? "");
      dressAnnotation(id, value);
      if (selected) annotations.selection.setAnnotationSelected(id, true);
    });
    live.set(id, value);
  };

  const tell = (): void => options.onLive(new Map(live), drawing.size > 0);

  const flush = (): void => {
    let drawn: string | null = null;
    for (const id of [...changed]) {
      changed.delete(id);
      const record = annotationById(id);
      const before = saved.get(id);
      const value = record && regionOfAnnotation(record, before, metadataOf, options.renderer);
      if (!value || isSlip(value)) {
        if (before) draw(id, before);
        else erase(id);
        continue;
      }
      if (drawing.delete(id)) drawn = id;
      const isOwed = owed.has(id);
      if (before && drawnAlike(before, value)) {
        if (isOwed) draw(id, before);
        continue;
      }
      saved.set(id, value);
      if (value.kind === "freehand" || isOwed) draw(id, value);
      else live.set(id, value);
      options.onPut(id, value);
    }
    tell();
    // A press without a drag is selected by the tool before the region is known here, so it is said once more.
    if (drawn !== null) options.onSelect(drawn);
    options.redraw();
  };

  const added = (record: Types.Annotation): void => {
    if (applying || !kindOfAnnotation(record)) return;
    record.annotationUID = uuid();
    drawing.add(record.annotationUID);
    tell();
  };

  const modified = (record: Types.Annotation): void => {
    const id = record.annotationUID;
    if (applying || id === undefined || !(drawing.has(id) || saved.has(id))) return;
    // A tool may still speak of a record that was taken away, for one that is hidden now.
    if (annotationById(id) !== record) return;
    const before = saved.get(id);
    const value = regionOfAnnotation(record, before, metadataOf, options.renderer);
    if (!value) return;
    live.set(id, value);
    // A tool also speaks when it draws a record for the first time: that moves nothing.
    if (before && !drawnAlike(before, value)) changed.add(id);
    // A spline says what became of it only when it is drawn again, after the release.
    if (value.kind === "spline" && changed.has(id)) queueMicrotask(flush);
    tell();
  };

  const completed = (record: Types.Annotation): void => {
    const id = record.annotationUID;
    if (applying || id === undefined || !kindOfAnnotation(record)) return;
    if (cancelling && drawing.has(id)) {
      queueMicrotask(() => {
        erase(id);
        tell();
        options.redraw();
      });
      return;
    }
    changed.add(id);
    queueMicrotask(flush);
  };

  const selectionChanged = (): void => {
    if (applying) return;
    const [id] = annotations.selection.getAnnotationsSelected();
    if (id !== undefined && (saved.has(id) || drawing.has(id))) options.onSelect(id);
  };

  const { Events } = Enums;
  const listeners: [string, (event: Event) => void][] = [
    [Events.ANNOTATION_ADDED, (event) => withAnnotation(event, added)],
    [Events.ANNOTATION_MODIFIED, (event) => withAnnotation(event, modified)],
    [Events.ANNOTATION_COMPLETED, (event) => withAnnotation(event, completed)],
    [Events.ANNOTATION_SELECTION_CHANGE, selectionChanged],
  ];
  for (const [type, listener] of listeners) eventTarget.addEventListener(type, listener);

  return {
    setRegions: (regions) => {
      const wanted = new Map(regions.map((region) => [region.id, region.value]));
      for (const id of [...saved.keys()])
        if (!wanted.has(id)) {
          saved.delete(id);
          erase(id);
        }
      for (const [id, value] of wanted) {
        const before = saved.get(id);
        saved.set(id, value);
        if (changed.has(id)) {
          if (!before || !drawnAlike(before, value)) owed.add(id);
          continue;
        }
        if (before && drawnAlike(before, value)) {
          if (live.has(id)) live.set(id, value);
        } else draw(id, value);
      }
      tell();
      options.redraw();
    },
    select: (id) => {
      quietly(() => {
        if (id === null) annotations.selection.deselectAnnotation();
        else if (annotationById(id)) annotations.selection.setAnnotationSelected(id, true);
      });
      options.redraw();
    },
    orderHandles: (frame, map) => {
      for (const [id, value] of live) {
        const record = annotationById(id);
        const metadata = metadataOf(value.instanceId);
        if (value.kind !== "ellipse" || drawing.has(id) || !record?.data.handles || !metadata) continue;
        if (value.instanceId !== frame.instanceId || value.frame !== frame.frame) continue;
        record.data.handles.points = shapeOfRegion(value, metadata, options.renderer, map).handles;
      }
    },
    flush,
    cancel: (element) => {
      cancelling = true;
      try {
        return cancelActiveManipulations(element) !== undefined;
      } finally {
        cancelling = false;
      }
    },
    dispose: () => {
      for (const [type, listener] of listeners) eventTarget.removeEventListener(type, listener);
      for (const id of [...saved.keys(), ...drawing]) erase(id);
    },
  };
}

function withAnnotation(event: Event, listener: (record: Types.Annotation) => void): void {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  if (typeof detail === "object" && detail !== null && "annotation" in detail)
    listener(detail.annotation as Types.Annotation);
}
