"use client";
import { ChevronDown, Keyboard, Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { UserMenu } from "@/components/account/user-menu";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { KeyCaps } from "@/components/ui/key-caps";
import { Mark } from "@/components/ui/mark";
import { Menu } from "@/components/ui/menu";
import type { ChooseTheme } from "@/components/ui/theme";
import type { WorklistPage } from "@/lib/cases/types";

export function WorklistTopBar({
  page,
  search,
  searchField,
  chooseTheme,
  searchKey,
  sheetKey,
  onSearch,
  onSheet,
}: {
  readonly page: WorklistPage;
  readonly search: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly chooseTheme: ChooseTheme;
  readonly searchKey: string | undefined;
  readonly sheetKey: string | undefined;
  readonly onSearch: (words: string) => void;
  readonly onSheet: () => void;
}) {
  const router = useRouter();
  const { project, projects, user } = page;
  return (
    <header className="flex h-11 flex-none items-center gap-3 border-b border-ln1 bg-bg1 px-3">
      <Link href="/worklist" className="flex items-center gap-2 font-semi">
        <Mark />
        Reading Room
      </Link>
      <span className="h-4 w-px flex-none bg-ln2" />
      {project && projects.length > 1 ? (
        <Menu
          label="Project"
          width={260}
          items={projects.map(({ slug, name }) => ({
            id: slug,
            label: name,
            checked: slug === project.slug,
            onSelect: () => router.push(`/worklist?project=${encodeURIComponent(slug)}`),
          }))}
          trigger={(props) => (
            <Button {...props} variant="quiet" size="sm" className="min-w-0">
              <span className="max-w-60 truncate">{project.name}</span>
              <ChevronDown size={14} aria-hidden="true" />
            </Button>
          )}
        />
      ) : (
        <span className="truncate text-12 font-med text-fg2">{project?.name}</span>
      )}
      <search className="mx-auto w-80 min-w-0">
        <label className="flex h-7 items-center gap-2 rounded-control border border-ln2 bg-bg1 px-2 text-12 text-fg3 focus-within:border-ac focus-within:outline-1 focus-within:outline-ac">
          <Search size={14} aria-hidden="true" className="flex-none" />
          <span className="sr-only">Search cases</span>
          <input
            ref={searchField}
            type="search"
            defaultValue={search}
            onChange={(event) => onSearch(event.target.value)}
            placeholder="Search case, title or history"
            className="min-w-0 flex-1 bg-transparent text-fg1 outline-none placeholder:text-fg3"
          />
          {searchKey ? <KeyCaps name={searchKey} /> : null}
        </label>
      </search>
      <IconButton label="Keyboard" keys={sheetKey} icon={<Keyboard size={16} />} onClick={onSheet} />
      <UserMenu
        name={user.name}
        admin={project?.role === "admin"}
        chooseTheme={chooseTheme}
        sheetKey={sheetKey}
        onKeyboard={onSheet}
      />
    </header>
  );
}
