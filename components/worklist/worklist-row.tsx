"use client";
import { EyeOff, FileText } from "lucide-react";
import { useEffect, useRef } from "react";
import { Chip } from "@/components/ui/chip";
import { cx } from "@/components/ui/cx";
import { PrivateImage } from "@/components/ui/private-image";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { WorklistRow } from "@/lib/cases/types";
import { dueWords } from "./sections";
import { StateMark } from "./state-mark";
import { bodyPartWords, modalityWords, priorityWords } from "./words";

/** A picture of a case; of one without images, or whose images are withheld, a sign that says so. */
function CaseThumbnail({ row }: { readonly row: WorklistRow }) {
  const { thumbnailUrl, imageCount } = row;
  if (thumbnailUrl !== null)
    return (
      <span className="block size-10 overflow-hidden rounded-chip border border-ln1 bg-black">
        <PrivateImage src={thumbnailUrl} alt="" size={40} />
      </span>
    );
  const words = imageCount === 0 ? "Text only" : "No picture to show";
  const Sign = imageCount === 0 ? FileText : EyeOff;
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className="grid size-10 place-items-center rounded-chip border border-ln1 bg-bg2 text-fg3 group-aria-current:text-fg2"
    >
      <Sign size={16} aria-hidden="true" />
    </span>
  );
}

const cell = "h-13 border-b border-ln1 px-2.5 text-12 whitespace-nowrap";

export function WorklistTableRow({
  row,
  current,
  selected,
  now,
  zone,
  onLook,
  onHover,
  onOpen,
  onSelect,
}: {
  readonly row: WorklistRow;
  readonly current: boolean;
  readonly selected: boolean;
  readonly now: Date;
  readonly zone: string | undefined;
  readonly onLook: () => void;
  readonly onHover: (over: boolean) => void;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
}) {
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const due = row.state === "new" || row.state === "in-progress" ? row.dueAt : null;
  const late = due !== null && new Date(due) < now;
  return (
    <tr
      ref={element}
      aria-current={current ? "true" : undefined}
      onClick={onLook}
      onPointerEnter={() => onHover(true)}
      onPointerLeave={() => onHover(false)}
      onDoubleClick={onOpen}
      onKeyDown={(event) => event.key === "Enter" && onOpen()}
      className={cx(
        "group",
        current ? "bg-ac-bg [&>td:first-child]:shadow-[inset_2px_0_0_var(--ac)]" : "hover:bg-bg3",
      )}
    >
      <td className={cx(cell, "w-9 pr-0 pl-3")}>
        <input
          type="checkbox"
          aria-label={`Select ${row.label}`}
          checked={selected}
          onChange={onSelect}
          onClick={(event) => event.stopPropagation()}
          className="block size-3.5 accent-ac"
        />
      </td>
      <td className={cx(cell, "w-[60px]")}>
        <CaseThumbnail row={row} />
      </td>
      <td className={cell}>
        <a
          href={`/cases/${row.id}`}
          className="text-13 font-med text-fg1 hover:underline"
          onClick={(event) => event.stopPropagation()}
        >
          {row.label}
        </a>
        {row.priority === 0 ? null : (
          <span className="ml-2 align-middle">
            <Chip tone="quiet">{priorityWords(row.priority)}</Chip>
          </span>
        )}
        <span className="block max-w-[260px] truncate text-fg3 group-aria-current:text-fg2">{row.title}</span>
      </td>
      <td className={cell}>
        <span className="inline-flex gap-1">
          {row.modalities.slice(0, 2).map((code) => (
            <Chip key={code} tone="quiet">
              <abbr title={modalityWords(code)} className="no-underline">
                {code}
              </abbr>
            </Chip>
          ))}
          {row.modalities.length > 2 ? <Chip tone="quiet">+{row.modalities.length - 2}</Chip> : null}
        </span>
      </td>
      <td className={cx(cell, "hidden text-fg2 xl:table-cell")}>
        {row.bodyParts.map(bodyPartWords).join(", ")}
      </td>
      <td className={cx(cell, "text-right text-fg2 tabular-nums")}>{row.imageCount}</td>
      <td className={cx(cell, "w-28 tabular-nums")}>
        <Progress row={row} />
      </td>
      <td className={cx(cell, "hidden text-fg2 preview:table-cell")}>
        {row.textSource === "human" ? "Human text" : "No text"}
      </td>
      <td className={cell}>
        <StateMark state={row.state} />
      </td>
      <td className={cx(cell, "pr-5", late ? "text-er" : "text-fg1")}>
        {row.dueAt ? dueWords(row.dueAt, now, zone) : <span className="text-fg3">None</span>}
      </td>
    </tr>
  );
}

/** What the person decided; in the list of all cases, how many readers are done. */
function Progress({ row }: { readonly row: WorklistRow }) {
  const { label, readers } = row;
  const [value, total] = readers ? [readers.submitted, readers.wanted] : [row.decided, row.total];
  return (
    <>
      <span className="text-fg2">
        {value} <span className="text-fg3 group-aria-current:text-fg2">/ {total}</span>
      </span>
      <ProgressBar
        label={readers ? `Readers done with ${label}` : `Decided in ${label}`}
        value={value}
        total={total}
        className="mt-1 w-22"
      />
    </>
  );
}
