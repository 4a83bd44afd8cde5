"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useRef, useState, useTransition } from "react";
import { useBindings, useControls, useKeyOf } from "@/components/controls/controls-context";
import { LiveSheet } from "@/components/controls/live-sheet";
import { useGo } from "@/components/review/opening/use-go";
import { Button } from "@/components/ui/button";
import { CommandList } from "@/components/ui/command-list";
import { Empty } from "@/components/ui/empty";
import { KeyHint } from "@/components/ui/key-caps";
import { focusKind } from "@/components/ui/keys";
import { ResearchFoot } from "@/components/ui/plain-page";
import type { ChooseTheme } from "@/components/ui/theme";
import { Toast, type ToastMessage } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useKeys } from "@/components/ui/use-keys";
import type { changePlan, putOffCases } from "@/lib/cases/actions";
import type { CasePreview, WorklistFilters, WorklistPage, WorklistRow } from "@/lib/cases/types";
import { BulkBar } from "./bulk-bar";
import { CasePreviewPane } from "./case-preview";
import { FilterRail } from "./filter-rail";
import { isFiltered, toggled, worklistHref } from "./filters";
import { type WorklistKey, worklistKeys } from "./keymap";
import { PlanDialog } from "./plan-dialog";
import { nextToRead, sectionsOf } from "./sections";
import { WorklistTopBar } from "./top-bar";
import { useDeferral } from "./use-deferral";
import { useRowAhead } from "./use-row-ahead";
import { WorklistHead } from "./worklist-head";
import { WorklistTable } from "./worklist-table";

export interface WorklistActions {
  readonly putOffCases: typeof putOffCases;
  readonly changePlan: typeof changePlan;
}

/** Milliseconds of rest before the address follows the row or the words typed. */
const restBeforeFollowing = 180;

export function WorklistScreen({
  page,
  filters,
  preview,
  loadedAt,
  chooseTheme,
  actions: { putOffCases, changePlan },
  notice,
}: {
  readonly page: WorklistPage;
  readonly filters: WorklistFilters;
  readonly preview: CasePreview | null;
  /** ISO 8601: sections are cut at this time. */
  readonly loadedAt: string;
  readonly chooseTheme: ChooseTheme;
  readonly actions: WorklistActions;
  readonly notice?: ReactNode;
}) {
  const router = useRouter();
  const go = useGo();
  const [pending, startTransition] = useTransition();
  const [dialog, setDialog] = useState<"sheet" | "commands" | null>(null);
  const { controls } = useControls();
  const bindings = useBindings(worklistKeys);
  const keyOf = useKeyOf(worklistKeys);
  const [lookedAt, setLookedAt] = useState(preview?.row.id ?? null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(noCases);
  const [planning, setPlanning] = useState(false);
  const [toast, setToast] = useState<ToastMessage | null>(null);
  const say = (text: string, action?: ToastMessage["action"]) =>
    setToast({ id: `${Date.now()}`, text, lasts: 8000, ...(action ? { action } : {}) });
  const searchField = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const zone = useHydrated() ? undefined : "UTC";
  const now = useMemo(() => new Date(loadedAt), [loadedAt]);
  const sections = useMemo(() => sectionsOf(page.rows, now, zone), [page.rows, now, zone]);
  const rows = sections.flatMap((section) => section.rows);
  const next = nextToRead(sections);
  const chosen = rows.filter((row) => selected.has(row.id));
  const admin = page.project?.role === "admin";
  const putOff = useDeferral(putOffCases, say);
  const current = rows.find((row) => row.id === lookedAt) ?? null;
  const hover = useRowAhead(current);

  function follow(href: string, rest = restBeforeFollowing) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => startTransition(() => router.replace(href, { scroll: false })), rest);
  }
  function look(caseId: string) {
    setLookedAt(caseId);
    follow(worklistHref(filters, caseId));
  }
  const open = (caseId: string) => {
    // A preview still on its way would take the reader back here.
    clearTimeout(timer.current);
    go(`/cases/${caseId}`);
  };
  const filter = (wanted: WorklistFilters) => follow(worklistHref(wanted), 0);

  function select(caseId: string) {
    setSelected(new Set(toggled([...selected], caseId)));
  }
  /** The row after the case takes its place, so that the next press is about the next case. */
  function defer(cases: readonly WorklistRow[]): boolean {
    const gone = new Set(cases.map(({ id }) => id));
    const after = rows
      .slice(rows.findIndex((row) => row.id === lookedAt) + 1)
      .find((row) => !gone.has(row.id));
    if (!putOff(cases)) return false;
    setSelected(noCases);
    if (lookedAt && gone.has(lookedAt) && after) look(after.id);
    return true;
  }

  const actions: Readonly<Record<WorklistKey, () => boolean | undefined>> = {
    next: () => move(1),
    previous: () => move(-1),
    open: () => {
      if (!current || current.state === "held") return false;
      open(current.id);
      return true;
    },
    select: () => {
      if (current) select(current.id);
      return current !== null;
    },
    defer: () => defer(chosen.length > 0 ? chosen : current ? [current] : []),
    filters: () => focusFirst("#filters input"),
    search: () => {
      searchField.current?.select();
      return true;
    },
    sheet: () => {
      setDialog("sheet");
      return true;
    },
    commands: () => {
      setDialog("commands");
      return true;
    },
    up: () => {
      if (selected.size > 0 && focusKind(document.activeElement) !== "text") {
        setSelected(noCases);
        return true;
      }
      if (!(document.activeElement instanceof HTMLElement)) return false;
      document.activeElement.blur();
      return true;
    },
  };
  function move(step: number): boolean {
    const at = rows.findIndex((row) => row.id === lookedAt);
    const to = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
    if (to) look(to.id);
    return true;
  }
  useKeys(
    () => bindings,
    controls.singleKeys,
    (id) => actions[id](),
  );

  return (
    <div className="flex h-full flex-col bg-bg0">
      <WorklistTopBar
        page={page}
        search={filters.search}
        searchField={searchField}
        chooseTheme={chooseTheme}
        onSearch={(search) => follow(worklistHref({ ...filters, search, after: null }))}
        searchKey={keyOf("search")}
        sheetKey={keyOf("sheet")}
        onSheet={() => setDialog("sheet")}
      />
      <div className="relative flex min-h-0 flex-1">
        <FilterRail filters={filters} counts={page.counts} admin={admin} onFilters={filter} />
        <main className="flex min-w-0 flex-1 flex-col">
          <WorklistHead page={page} filters={filters} next={next} now={now} zone={zone} onOpen={open} />
          {chosen.length > 0 ? (
            <BulkBar
              selected={chosen}
              admin={admin}
              onDefer={() => defer(chosen)}
              onPlan={() => setPlanning(true)}
              onClear={() => setSelected(noCases)}
            />
          ) : null}
          <div className="scroll-thin min-h-0 flex-1 border-t border-ln1">
            {rows.length > 0 ? (
              <WorklistTable
                sections={sections}
                currentId={current?.id ?? null}
                selected={selected}
                planned={filters.all === true}
                now={now}
                zone={zone}
                onLook={look}
                onHover={hover}
                onOpen={open}
                onSelect={select}
              />
            ) : isFiltered(filters) ? (
              <Empty title="No case matches.">
                <Button className="mt-2" onClick={() => filter({ ...filters, ...noFilters })}>
                  Clear filters
                </Button>
              </Empty>
            ) : (
              <Empty title="No cases waiting.">New cases appear here.</Empty>
            )}
            {page.next || filters.after ? (
              <nav aria-label="Pages" className="flex gap-2 px-5 py-3">
                {filters.after ? (
                  <Button onClick={() => filter({ ...filters, after: null })}>First page</Button>
                ) : null}
                {page.next ? (
                  <Button onClick={() => filter({ ...filters, after: page.next })}>More cases</Button>
                ) : null}
              </nav>
            ) : null}
          </div>
        </main>
        <CasePreviewPane
          preview={preview?.row.id === lookedAt ? preview : null}
          pending={pending || (current !== null && preview?.row.id !== lookedAt)}
          zone={zone}
          onOpen={() => current && open(current.id)}
          onDefer={() => current && defer([current])}
          onSettled={say}
        />
      </div>
      <ResearchFoot>
        <KeyHint keys={[keyOf("next"), keyOf("previous")]}>row</KeyHint>
        <KeyHint keys={[keyOf("open")]}>open</KeyHint>
        <KeyHint keys={[keyOf("select")]}>select</KeyHint>
        <KeyHint keys={[keyOf("defer")]}>defer</KeyHint>
        <KeyHint keys={[keyOf("filters")]}>filters</KeyHint>
        <KeyHint keys={[keyOf("search")]}>search</KeyHint>
        <KeyHint keys={[keyOf("sheet")]}>all shortcuts</KeyHint>
      </ResearchFoot>
      <div
        aria-live="polite"
        className="fixed right-4 bottom-10 z-2 flex w-88 max-w-[calc(100vw-32px)] flex-col gap-2"
      >
        {notice}
        {toast ? <Toast key={toast.id} message={toast} onClose={() => setToast(null)} /> : null}
      </div>
      {planning && page.project ? (
        <PlanDialog
          projectSlug={page.project.slug}
          selected={chosen}
          change={changePlan}
          onClose={() => setPlanning(false)}
          onChanged={(words) => {
            setPlanning(false);
            setSelected(noCases);
            say(words);
            router.refresh();
          }}
        />
      ) : null}
      {dialog === "sheet" ? (
        <LiveSheet bindings={bindings} withMouse={false} place="center" onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "commands" ? (
        <CommandList
          bindings={bindings.filter(({ id }) => id !== "commands")}
          place="center"
          run={({ id }) => actions[id]()}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

const noCases: ReadonlySet<string> = new Set();
const noFilters = { search: "", modalities: [], bodyParts: [], states: [], after: null } as const;

function focusFirst(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  return element !== null;
}
