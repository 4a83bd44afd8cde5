"use client";
import { Check, Loader, TriangleAlert } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { studyText } from "@/components/viewer/overlay-text";
import { visibleCells } from "@/components/viewer/store-rules";
import type { StackView } from "@/lib/cases/types";
import { frameKey } from "../changes";
import { useItems, useReview, useViewerOf } from "../context";
import { selectionOf } from "../slices";
import { faceOf } from "../thumbnails";
import { StackFace } from "./stack-face";
import { TileButton } from "./tile-button";
import { type Tile, type TileState, tileState } from "./tiles";

function countWords({ stacks }: Tile): string {
  const [stack] = stacks;
  const count = stack.frames.length;
  if (stack.kind === "figure") {
    const whole = stacks.filter((one) => !one.crop).length;
    const panels = stacks.length - whole;
    if (panels > 0) return `${whole > 1 ? `${whole} pictures, ` : ""}${panels} panels`;
    const pictures = stacks.length > 1 ? stacks.length : count;
    return pictures === 1 ? "Picture" : `${pictures} pictures`;
  }
  if (stack.kind === "single") return count === 1 ? "1 image" : `${count} images`;
  if (stack.kind === "clip") return `Clip, ${count} frames`;
  return stack.times > 1 ? `${stack.positions} slices, ${stack.times} times` : `${count} slices`;
}

const mosaic = 6;

function Face({ stacks }: Tile) {
  const { workspace } = useReview();
  const metadataOf = (stack: StackView) => workspace.instances[faceOf(stack)?.instanceId ?? ""];
  const parts = stacks.some((one) => one.crop) ? stacks.filter((one) => one.crop) : stacks;
  if (parts.length < 2) {
    const [stack] = stacks;
    return <StackFace stack={stack} metadata={metadataOf(stack)} size={48} />;
  }
  return (
    <span
      className={cx("grid size-full gap-px", parts.length > 4 ? "grid-cols-3 content-center" : "grid-cols-2")}
    >
      {parts.slice(0, mosaic).map((stack) => (
        <span key={stack.id} className="aspect-square overflow-hidden">
          <StackFace stack={stack} metadata={metadataOf(stack)} size={23} />
        </span>
      ))}
    </span>
  );
}

const stateWords: Readonly<Record<TileState, string>> = {
  loading: "Loading",
  failed: "A slice failed",
  partial: "Partial",
  seen: "Seen",
  ready: "",
};

/** None of them moves: a turning mark keeps a device without a graphics processor busy. */
const stateIcons = { loading: Loader, failed: TriangleAlert, partial: TriangleAlert, seen: Check } as const;

function StateMark({ state }: { readonly state: TileState }) {
  if (state === "ready") return null;
  const StateIcon = stateIcons[state];
  return (
    <span
      title={stateWords[state]}
      className={cx(
        "inline-flex items-center gap-0.5",
        state === "failed" && "text-er",
        state === "partial" && "text-wa",
      )}
    >
      <StateIcon size={12} aria-hidden="true" />
      <span className="sr-only">{stateWords[state]}</span>
    </span>
  );
}

/** One series or figure: its picture, how much there is, how far it is read, where selected and key slices are. */
export function SeriesTile({ tile, first }: { readonly tile: Tile; readonly first: boolean }) {
  const { workspace } = useReview();
  const items = useItems();
  const [stack] = tile.stacks;
  const study = studyText(stack, workspace.stacks);
  const ids = tile.stacks.map((one) => one.id);
  const current = useViewerOf((state) => ids.find((id) => state.cells[state.activeCell] === id));
  const shown = useViewerOf((state) =>
    visibleCells(state.layout, state.activeCell)
      .flatMap((cell) => (ids.includes(state.cells[cell] ?? "") ? [state.readiness[cell]?.kind ?? ""] : []))
      .join(" "),
  );
  const none = useViewerOf((state) => state.cells[state.activeCell] === null);
  const seen = useViewerOf((state) => state.seen);
  const active = current !== undefined;
  const selected = selectionOf(workspace, items, stack);
  const wanted =
    tile.stacks.length > 1 || selected.length === 0
      ? tile.stacks.flatMap((one) => one.frames.slice(0, 1).map(frameKey))
      : selected.flatMap(({ index }) => stack.frames[index] ?? []).map(frameKey);
  const state = tileState(tile, shown.split(" "), wanted, seen);
  const place = (index: number) => `${(100 * (index + 0.5)) / stack.frames.length}%`;
  return (
    <TileButton
      stackId={current ?? stack.id}
      label={tile.label}
      current={active}
      reachable={active || (none && first)}
      className={cx(
        "grid w-full grid-cols-[48px_1fr] gap-x-2 border-l-2 py-[5px] pr-2 pl-2.5 text-left max-2xl:grid-cols-[36px_1fr] max-2xl:pr-1.5 max-2xl:pl-2 focus-visible:-outline-offset-2",
        active ? "border-ac bg-bg3" : "border-transparent hover:bg-bg2",
      )}
    >
      <span className="row-span-2 grid size-12 place-items-center overflow-hidden rounded-[3px] bg-black text-fg3 max-2xl:size-9">
        <Face {...tile} />
      </span>
      <span className={cx("self-end truncate text-12 font-med", active ? "text-fg1" : "text-fg2")}>
        {tile.label}
      </span>
      <span className="flex items-center gap-1 text-11 text-fg3" data-tile-state={state}>
        {countWords(tile)}
        <StateMark state={state} />
        {shown !== "" && !active ? <span className="sr-only">, shown</span> : null}
      </span>
      {study ? <span className="col-span-2 mt-0.5 truncate text-11 text-fg2">{study}</span> : null}
      {stack.notice ? <span className="col-span-2 mt-1 text-11 text-wa">{stack.notice}</span> : null}
      {stack.frames.length > 1 ? (
        <span aria-hidden="true" className="relative col-span-2 mt-1 block h-2 border-b border-ln2">
          {selected.map((slice) => (
            <i
              key={slice.index}
              style={{ left: place(slice.index) }}
              className={cx("absolute bottom-0", slice.key ? "h-2 w-0.5 bg-roi" : "h-1 w-px bg-fg3")}
            />
          ))}
        </span>
      ) : null}
    </TileButton>
  );
}
