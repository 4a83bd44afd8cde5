import type { FrameRef, InstanceMetadata, StackView } from "@/lib/cases/types";
import { roomOf, shapeOf, wideWindow } from "@/lib/hanging/rules/room";
import type { Arrangement, HungView, Room } from "@/lib/hanging/types";
import { displaySpacing } from "./cornerstone/frame-plane";
import { firstPlaces, linkedPlaces } from "./linked-places";
import { linkedSlices } from "./linked-slices";
import { firstPlace, frameAt, locateFrame, perCell } from "./store-rules";
import type { SliceLinks } from "./store-state";
import type { ViewerLayout } from "./types";

/** A frame that a viewport will show first, and all that its poster needs. */
export interface FirstPicture extends FrameRef {
  readonly label: string;
  /** Width through height as seen. */
  readonly ratio: number;
  /** Mirrored first, then turned clockwise by so many degrees. */
  readonly mirrored: boolean;
  readonly rotation: 0 | 90 | 180 | 270;
  /** Where the whole frame lies around the part that is shown, in hundredths of that part; null = all is shown. */
  readonly around: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** The edge of the viewport that it lies against; null = neither. */
  readonly align: "left" | "right" | null;
  /** Null where the stored poster is of another frame. */
  readonly posterUrl: string | null;
}

/** The viewports of a case before their pixels. Null = an empty one. */
export interface FirstView {
  readonly layout: ViewerLayout;
  readonly pictures: readonly (FirstPicture | null)[];
}

/** By the width of the window: from 1440, from 1280, below. The same object where they are alike. */
export interface FirstLook {
  readonly wide: FirstView;
  readonly middle: FirstView;
  readonly narrow: FirstView;
}

/** Windows that stand for those of their width: the usual screens of 16:10. CSS pixels. */
const windows = { wide: [1600, 1000], middle: [1280, 800], narrow: [1024, 768] } as const;
const middleWindow = 1280;

/** The frame, counted from 1, that the poster of an instance is made of. */
export const posterFrame = (metadata: InstanceMetadata): number =>
  metadata.posterFrame ?? Math.floor((metadata.frameCount - 1) / 2) + 1;

export const posterUrl = ({ instanceId, frame }: FrameRef): string =>
  `/api/instances/${instanceId}/poster?frame=${frame}`;

export const frameUrl = ({ instanceId, frame }: FrameRef): string =>
  `/api/instances/${instanceId}/frames/${frame}`;

/** The view of a window of this width, CSS pixels. */
export const viewFor = (look: FirstLook, width: number): FirstView =>
  width >= wideWindow ? look.wide : width >= middleWindow ? look.middle : look.narrow;

/**
 * @param frame what the first text to read is about; its stack moves to it, into the first viewport where it is in none
 * @param hang what goes where in a room
 */
export function firstLook(
  stacks: readonly StackView[],
  instances: Readonly<Record<string, InstanceMetadata>>,
  frame: FrameRef | null,
  hang: (room: Room) => Arrangement,
): FirstLook {
  const links = linkedSlices(instances);
  const view = ([width, height]: readonly [number, number]) =>
    firstView(stacks, instances, links, frame, hang(roomOf(width, height)));
  const wide = view(windows.wide);
  const middle = view(windows.middle);
  const narrow = view(windows.narrow);
  const same = (one: FirstView, other: FirstView) => JSON.stringify(one) === JSON.stringify(other);
  return {
    wide,
    middle: same(middle, wide) ? wide : middle,
    narrow: same(narrow, wide) ? wide : same(narrow, middle) ? middle : narrow,
  };
}

function firstView(
  stacks: readonly StackView[],
  instances: Readonly<Record<string, InstanceMetadata>>,
  links: SliceLinks,
  frame: FrameRef | null,
  { layout, cells, views, linked = false }: Arrangement,
): FirstView {
  const [rows, columns] = shapeOf(layout);
  const shown = Array.from(
    { length: stacks.length > 0 ? rows * columns : 0 },
    (_, cell) => cells[cell] ?? null,
  );
  const found = frame ? locateFrame(stacks, frame, shown[0] ?? null) : null;
  if (found && !shown.includes(found.stackId)) shown[0] = found.stackId;
  const opening = {
    linked,
    links,
    match: {},
    stacks,
    layout,
    cells: perCell((cell) => shown[cell] ?? null),
  };
  const places = firstPlaces(opening);
  const led = stacks.find((one) => one.id === found?.stackId);
  const follow = led && found ? linkedPlaces({ ...opening, activeCell: 0, places }, led, found) : {};
  return {
    layout,
    pictures: shown.map((id) => {
      const stack = stacks.find((one) => one.id === id);
      const first =
        stack &&
        frameAt(
          stack,
          found?.stackId === id ? found : (follow[stack.id] ?? places[stack.id] ?? firstPlace(stack)),
        );
      const metadata = first ? instances[first.instanceId] : undefined;
      return stack && first && metadata ? firstPicture(stack, first, metadata, views[stack.id]) : null;
    }),
  };
}

function firstPicture(
  stack: StackView,
  frame: FrameRef,
  metadata: InstanceMetadata,
  hung: HungView | undefined,
): FirstPicture {
  const [row, column] = displaySpacing(metadata);
  const { instanceId, frame: number } = frame;
  const { columns, rows } = metadata;
  const [left, top, width, height] = stack.crop ?? [0, 0, columns, rows];
  const rotation = hung?.rotation ?? 0;
  const ratio = (width * column) / (height * row);
  return {
    instanceId,
    frame: number,
    label: stack.label,
    ratio: rotation === 90 || rotation === 270 ? 1 / ratio : ratio,
    mirrored: hung?.mirrored ?? false,
    rotation,
    around: stack.crop
      ? {
          left: (-100 * left) / width,
          top: (-100 * top) / height,
          width: (100 * columns) / width,
          height: (100 * rows) / height,
        }
      : null,
    align: hung?.align ?? null,
    posterUrl: posterFrame(metadata) === number ? posterUrl(frame) : null,
  };
}
