"use client";
import { Circle, Ellipsis, Eye, EyeOff, Lock, LockOpen, Pencil, Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { measurementLines } from "@/components/viewer/measurements";
import { regionColour } from "@/components/viewer/region-colour";
import { type RegionColour, regionColours } from "@/lib/reading/schema";
import { useReview, useUi, useViewerOf } from "../context";
import { changeRegion, deleteRegion, hideAllRegions, type ListedRegion, regionWords } from "../region-acts";
import { RegionName } from "./region-name";

const colourWords: Readonly<Record<RegionColour, string>> = {
  cyan: "Cyan",
  lime: "Lime",
  violet: "Violet",
  pearl: "Pearl",
  copper: "Copper",
};

/** One region of the list: a click goes to it; beside it what can be done with it. */
export function RegionRow({
  region,
  number,
  slice,
}: {
  readonly region: ListedRegion;
  readonly number: number;
  /** Slice number, 1 up; null where no series has it. */
  readonly slice: number | null;
}) {
  const review = useReview();
  const { viewer, workspace, readOnly } = review;
  const { id, value } = region;
  const selected = useViewerOf((state) => state.selectedRegionId === id);
  const naming = useUi((state) => state.naming === id);
  const setNaming = (open: boolean) => review.ui.setState({ naming: open ? id : null });
  const name = `ROI ${number}`;
  const metadata = workspace.instances[value.instanceId];
  const place = `${regionWords[value.kind]}${slice === null ? "" : `, slice ${slice}`}`;
  const measures = metadata ? measurementLines(value, metadata, null) : [];
  const fullName = `${name} ${value.label}`.trim();
  const details = useId();

  if (naming) return <RegionName region={region} number={number} onClose={() => setNaming(false)} />;
  const items: readonly MenuItem[] = [
    { id: "rename", label: "Rename", icon: <Pencil size={14} />, onSelect: () => setNaming(true) },
    ...regionColours.map((colour) => ({
      id: colour,
      label: colourWords[colour],
      icon: <Circle size={14} fill="currentColor" style={{ color: regionColour[colour] }} />,
      checked: value.colour === colour,
      onSelect: () => changeRegion(review, region, { colour }),
    })),
    {
      id: "delete",
      label: "Delete",
      icon: <Trash2 size={14} />,
      danger: true,
      onSelect: () => deleteRegion(review, id),
    },
  ];
  return (
    <li
      className={cx(
        "group relative grid grid-cols-[12px_minmax(0,1fr)_auto] gap-x-1 py-1 pr-1 pl-3 text-12",
        selected ? "bg-bg3 text-fg1" : "text-fg2 hover:bg-bg2",
      )}
    >
      <i
        aria-hidden="true"
        className="mt-[11px] self-start border-t-2"
        style={{ borderColor: regionColour[value.colour] }}
      />
      <div className="min-w-0 py-1">
        <button
          type="button"
          aria-current={selected ? "true" : undefined}
          aria-label={fullName}
          aria-describedby={details}
          title={[fullName, place, ...measures].join(", ")}
          onClick={() => viewer.getState().selectRegion(id)}
          onDoubleClick={() => !readOnly && setNaming(true)}
          className="block w-full text-left before:absolute before:inset-0"
        >
          <span className={cx("line-clamp-2 wrap-anywhere", value.hidden && "text-fg3 line-through")}>
            {value.label ? `${number} ${value.label}` : name}
          </span>
        </button>
        <p id={details} className="text-11 leading-[15px] text-fg3 tabular-nums">
          {place}
          {measures.map((measure) => (
            <span key={measure} className={cx("block", selected ? "text-fg1" : "text-fg2")}>
              {` ${measure}`}
            </span>
          ))}
        </p>
      </div>
      {readOnly ? null : (
        <span className="relative grid grid-cols-2 content-start justify-items-end xl:max-2xl:grid-cols-1">
          <IconButton
            size="sm"
            label={value.locked ? `Unlock ${name}` : `Lock ${name}`}
            icon={value.locked ? <Lock size={14} /> : <LockOpen size={14} />}
            onClick={() => changeRegion(review, region, { locked: !value.locked })}
          />
          <IconButton
            size="sm"
            label={value.hidden ? `Show ${name}` : `Hide ${name}`}
            icon={value.hidden ? <EyeOff size={14} /> : <Eye size={14} />}
            onClick={() => changeRegion(review, region, { hidden: !value.hidden })}
          />
          <span className="col-start-2 xl:max-2xl:col-start-1">
            <Menu
              label={`${name}: name, colour, delete`}
              items={items}
              width={160}
              align="end"
              trigger={(props) => (
                <IconButton {...props} size="sm" label={`More for ${name}`} icon={<Ellipsis size={14} />} />
              )}
            />
          </span>
        </span>
      )}
    </li>
  );
}

/** Shows or hides all regions of the reading at once. */
export function ShowAllRegions({ regions }: { readonly regions: readonly ListedRegion[] }) {
  const review = useReview();
  if (review.readOnly || regions.length < 2) return null;
  const allHidden = regions.every(({ value }) => value.hidden);
  return (
    <div className="flex px-2">
      <Button size="sm" variant="quiet" onClick={() => hideAllRegions(review, !allHidden)}>
        {allHidden ? "Show all" : "Hide all"}
      </Button>
    </div>
  );
}
