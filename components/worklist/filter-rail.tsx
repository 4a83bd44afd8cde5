"use client";
import { CircleCheck, CirclePause, Inbox, Layers } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cx } from "@/components/ui/cx";
import type { WorklistCounts, WorklistFilters } from "@/lib/cases/types";
import { toggled, viewOf, worklistHref } from "./filters";
import { bodyPartWords, modalityWords, stateOptions } from "./words";

function View({
  href,
  on,
  icon,
  label,
  count,
}: {
  readonly href: string;
  readonly on: boolean;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number;
}) {
  return (
    <Link
      href={href}
      aria-current={on ? "page" : undefined}
      className={cx(
        "flex h-7 items-center gap-2 rounded-control px-2 text-12",
        on ? "bg-bg4 font-med text-fg1" : "text-fg2 hover:bg-bg3",
      )}
    >
      {icon}
      {label}
      <span className="ml-auto text-11 text-fg3 tabular-nums">{count}</span>
    </Link>
  );
}

function Group({
  title,
  values,
  chosen,
  onChange,
}: {
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}) {
  if (values.length === 0) return null;
  return (
    <fieldset className="mt-2">
      <legend className="px-2 pt-3 pb-1 text-11 font-med text-fg3">{title}</legend>
      {values.map(({ value, label, count }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={() => onChange(toggled(chosen, value))}
          end={count}
        />
      ))}
    </fieldset>
  );
}

/** Views and filters of the worklist. The address holds the choice, so a filtered list can be kept and shared. */
export function FilterRail({
  filters,
  counts,
  admin,
  onFilters,
}: {
  readonly filters: WorklistFilters;
  readonly admin: boolean;
  readonly counts: WorklistCounts;
  readonly onFilters: (filters: WorklistFilters) => void;
}) {
  const { project } = filters;
  const bare = { project, search: "", modalities: [], bodyParts: [], states: [], after: null };
  const view = viewOf(filters);
  const counted = (record: Readonly<Record<string, number>>, words: (value: string) => string) =>
    Object.entries(record)
      .sort((one, other) => other[1] - one[1])
      .map(([value, count]) => ({ value, label: words(value), count }));
  return (
    <nav
      id="filters"
      aria-label="Filters"
      className="scroll-thin hidden w-52 flex-none border-r border-ln1 bg-bg1 px-2 py-3 lg:block"
    >
      <View
        href={worklistHref(bare)}
        on={view === "mine"}
        icon={<Inbox size={14} aria-hidden="true" />}
        label="My cases"
        count={counts.open}
      />
      <View
        href={worklistHref({ ...bare, states: ["submitted"] })}
        on={view === "submitted"}
        icon={<CircleCheck size={14} aria-hidden="true" />}
        label="Submitted"
        count={counts.submitted}
      />
      {admin ? (
        <View
          href={worklistHref({ ...bare, all: true })}
          on={view === "all"}
          icon={<Layers size={14} aria-hidden="true" />}
          label="All cases"
        />
      ) : null}
      {admin && (counts.held > 0 || view === "held") ? (
        <View
          href={worklistHref({ ...bare, states: ["held"] })}
          on={view === "held"}
          icon={<CirclePause size={14} aria-hidden="true" />}
          label="Held"
          count={counts.held}
        />
      ) : null}
      <Group
        title="Modality"
        values={counted(counts.modalities, modalityWords)}
        chosen={filters.modalities}
        onChange={(modalities) => onFilters({ ...filters, modalities, after: null })}
      />
      <Group
        title="Body part"
        values={counted(counts.bodyParts, bodyPartWords)}
        chosen={filters.bodyParts}
        onChange={(bodyParts) => onFilters({ ...filters, bodyParts, after: null })}
      />
      <Group
        title="Status"
        values={stateOptions
          .map(({ value, label }) => ({ value, label, count: counts.states[value] ?? 0 }))
          .filter(({ value, count }) => count > 0 || filters.states.includes(value))}
        chosen={filters.states}
        onChange={(states) => onFilters({ ...filters, states, after: null })}
      />
    </nav>
  );
}
