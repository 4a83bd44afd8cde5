"use client";
import { Database, Flag, Inbox, Keyboard, MessageSquareText, PenLine, Scale, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { UserMenu } from "@/components/account/user-menu";
import { cx } from "@/components/ui/cx";
import { Mark } from "@/components/ui/mark";
import { ResearchFoot } from "@/components/ui/plain-page";
import type { ChooseTheme } from "@/components/ui/theme";

const pages = [
  { href: "/worklist", label: "Worklist", Icon: Inbox, adminOnly: false },
  { href: "/settings/members", label: "Members", Icon: Users, adminOnly: true },
  { href: "/settings/sources", label: "Sources", Icon: Database, adminOnly: true },
  { href: "/settings/drafting", label: "Drafting", Icon: PenLine, adminOnly: true },
  { href: "/settings/prompts", label: "Prompts", Icon: MessageSquareText, adminOnly: true },
  { href: "/settings/checks", label: "Checks", Icon: Flag, adminOnly: true },
  { href: "/studies", label: "Studies", Icon: Scale, adminOnly: false },
  { href: "/settings/keyboard", label: "Keyboard and mouse", Icon: Keyboard, adminOnly: false },
] as const;

/** The frame of the pages of settings: navigation on the left, one page on the right. */
export function AdminShell({
  project,
  admin,
  userName,
  chooseTheme,
  children,
}: {
  /** Null for somebody who is in no project yet. */
  readonly project: { readonly slug: string; readonly name: string } | null;
  readonly admin: boolean;
  readonly userName: string;
  readonly chooseTheme: ChooseTheme;
  readonly children: ReactNode;
}) {
  const path = usePathname();
  const shown = pages.filter(({ adminOnly }) => admin || !adminOnly);
  return (
    <div className="grid h-full grid-cols-[208px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] bg-bg0">
      <nav aria-label="Pages" className="flex flex-col gap-0.5 border-r border-ln1 bg-bg2 px-2 py-3">
        <Link href="/worklist" className="mb-3 flex items-center gap-2 px-2 font-semi">
          <Mark />
          Reading Room
        </Link>
        <p className="px-2 pb-1 text-11 font-med text-fg3">{project?.name}</p>
        {shown.map(({ href, label, Icon }) => (
          <Link
            key={href}
            href={project ? `${href}?project=${encodeURIComponent(project.slug)}` : href}
            aria-current={path === href ? "page" : undefined}
            className={cx(
              "flex h-8 items-center gap-2 rounded-control px-2 font-med",
              path === href ? "bg-bg4 text-fg1" : "text-fg2 hover:bg-bg3",
            )}
          >
            <Icon size={16} aria-hidden="true" />
            {label}
          </Link>
        ))}
        <div className="mt-auto flex items-center gap-2 px-1 text-12">
          <UserMenu name={userName} admin={false} chooseTheme={chooseTheme} />
          <span className="min-w-0 truncate font-med">{userName}</span>
        </div>
      </nav>
      <div className="flex h-full min-w-0 flex-col">
        <main className="scroll-thin min-h-0 flex-1">{children}</main>
        <ResearchFoot />
      </div>
    </div>
  );
}
