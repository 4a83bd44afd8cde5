"use client";
import { X } from "lucide-react";
import { useMemo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { moveRovingFocus } from "@/components/ui/roving";
import { useItems, useReview, useViewerOf } from "../context";
import { CutButton } from "./cut-button";
import { Fold } from "./fold";
import { PictureGrid } from "./picture-grid";
import { RegionRow, ShowAllRegions } from "./region-row";
import { SeriesTile } from "./series-tile";
import { SliceGrid } from "./slice-grid";
import { tilesOf } from "./tiles";

/** Series, the slices that go into the data, regions, history. */
export function SeriesRail() {
  const { workspace, viewer, ui } = useReview();
  const items = useItems();
  const activeStackId = useViewerOf((state) => state.cells[state.activeCell]);
  const stack = workspace.stacks.find((candidate) => candidate.id === activeStackId);
  const tiles = useMemo(() => tilesOf(workspace.stacks), [workspace.stacks]);
  const pictures =
    stack?.kind === "figure" ? (tiles.find(({ id }) => id === stack.seriesId)?.stacks ?? []) : [];
  const regions = items.region.flatMap(({ id, value }) => (value ? [{ id, value }] : []));
  const history = workspace.passages.filter((passage) => passage.kind === "history");
  const sliceOf = (instanceId: string, frame: number) => {
    for (const candidate of viewer.getState().stacks) {
      const index = candidate.frames.findIndex((one) => one.instanceId === instanceId && one.frame === frame);
      if (index >= 0) return index + 1;
    }
    return null;
  };
  return (
    <>
      <div className="flex h-8 flex-none items-center px-3 max-xl:pr-1">
        <h2 className="flex flex-1 items-center text-11 font-med text-fg3">
          Series <span className="ml-auto">{tiles.length}</span>
        </h2>
        <IconButton
          className="ml-1 xl:hidden"
          size="sm"
          label="Close series"
          icon={<X size={14} />}
          onClick={() => {
            ui.setState({ railOpen: false });
            document.querySelector<HTMLElement>("[data-opens-rail]")?.focus();
          }}
        />
      </div>
      <div
        role="toolbar"
        aria-label="Series"
        aria-orientation="vertical"
        onKeyDown={(event) => moveRovingFocus(event, "vertical")}
        className="scroll-thin min-h-14 shrink"
      >
        {tiles.map((tile, index) => (
          <SeriesTile key={tile.id} tile={tile} first={index === 0} />
        ))}
        {workspace.stacks.length === 0 ? (
          <p className="px-3 py-2 text-12 text-fg3">No images. Text only.</p>
        ) : null}
      </div>
      {stack && stack.frames.length > 1 && stack.kind !== "figure" ? <SliceGrid stack={stack} /> : null}
      {pictures.length > 1 ? <PictureGrid stacks={pictures} /> : null}
      {stack?.kind === "figure" && workspace.mayCut ? <CutButton /> : null}
      <div className="mt-2 flex min-h-0 flex-1 flex-col">
        <Fold title="ROIs" end={regions.length} grow>
          <ShowAllRegions regions={regions} />
          <ul className="scroll-thin min-h-0 pb-1">
            {regions.map(({ id, value }, index) => (
              <RegionRow
                key={id}
                region={{ id, value }}
                number={index + 1}
                slice={sliceOf(value.instanceId, value.frame)}
              />
            ))}
            {regions.length === 0 ? <li className="px-3 pb-2 text-12 text-fg3">None drawn yet.</li> : null}
          </ul>
        </Fold>
        <Fold title="Clinical history">
          <section
            // It scrolls, so the keyboard must reach it.
            tabIndex={0}
            aria-label="Clinical history"
            className="scroll-thin max-h-40 px-3 pb-2.5 text-12 leading-[17px] text-fg2 focus-visible:-outline-offset-2"
          >
            {history.map((passage) => (
              <p key={passage.id} className="whitespace-pre-line">
                {passage.text}
              </p>
            ))}
            {history.length === 0 ? <p>No clinical history.</p> : null}
          </section>
        </Fold>
      </div>
    </>
  );
}
