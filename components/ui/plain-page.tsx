import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A page that says one thing and offers the next step. */
export function PlainPage({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <main className="flex h-full flex-col bg-bg0">
      <div className="flex h-11 flex-none items-center gap-2 border-b border-ln1 bg-bg1 px-3">
        <Mark />
        <span className="font-semi">Reading Room</span>
      </div>
      <div className="m-auto flex max-w-[440px] flex-col items-start gap-3 p-6">
        <h1 className="text-20 font-semi">{title}</h1>
        <div className="text-14 text-fg2">{children}</div>
        <div className="mt-2 flex gap-2">{actions}</div>
      </div>
      <ResearchFoot />
    </main>
  );
}

/** The foot bar of a screen; every screen says what the product is not for. */
export function ResearchFoot({ children }: { readonly children?: ReactNode }) {
  return (
    <footer className="flex h-7 flex-none items-center gap-4 overflow-hidden border-t border-ln1 bg-bg1 px-3 text-11 whitespace-nowrap text-fg3">
      {children}
      <span className="ml-auto flex-none">Research use, not for diagnosis</span>
    </footer>
  );
}
