"use client";
import { HeadCell, SectionRow } from "@/components/ui/table";
import type { WorklistRow } from "@/lib/cases/types";
import type { WorklistSection } from "./sections";
import { WorklistTableRow } from "./worklist-row";

const columns = 10;

export function WorklistTable({
  sections,
  currentId,
  selected,
  planned,
  now,
  zone,
  onLook,
  onHover,
  onOpen,
  onSelect,
}: {
  readonly sections: readonly WorklistSection[];
  readonly currentId: string | null;
  readonly selected: ReadonlySet<string>;
  /** The list of all cases: it counts readers, not decisions. */
  readonly planned: boolean;
  readonly now: Date;
  readonly zone: string | undefined;
  readonly onLook: (caseId: string) => void;
  /** The row under the pointer; null when it has left. */
  readonly onHover: (row: WorklistRow | null) => void;
  readonly onOpen: (caseId: string) => void;
  readonly onSelect: (caseId: string) => void;
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Cases</caption>
      <thead className="sticky top-0 z-1 bg-bg0">
        <tr>
          <HeadCell className="pr-0 pl-3">
            <span className="sr-only">Selected</span>
          </HeadCell>
          <HeadCell>
            <span className="sr-only">Picture</span>
          </HeadCell>
          <HeadCell>Case</HeadCell>
          <HeadCell>Modality</HeadCell>
          <HeadCell className="hidden xl:table-cell">Body part</HeadCell>
          <HeadCell end>Images</HeadCell>
          <HeadCell>{planned ? "Readers" : "Decided"}</HeadCell>
          <HeadCell className="hidden preview:table-cell">Text source</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell className="pr-5">Due</HeadCell>
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section.id}>
          <SectionRow span={columns} title={section.title} count={section.rows.length} />
          {section.rows.map((row) => (
            <WorklistTableRow
              key={row.id}
              row={row}
              current={row.id === currentId}
              selected={selected.has(row.id)}
              now={now}
              zone={zone}
              onLook={() => onLook(row.id)}
              onHover={(over) => onHover(over ? row : null)}
              onOpen={() => onOpen(row.id)}
              onSelect={() => onSelect(row.id)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}
