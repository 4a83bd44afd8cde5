import { ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { PictureWall } from "./picture-wall";

/** The frame of the pages before the door: pictures on the left, one form on the right. */
export function DoorPage({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}) {
  return (
    <main
      data-theme="dark"
      className="grid h-full grid-cols-1 overflow-y-auto lg:grid-cols-[minmax(0,1fr)_min(560px,44vw)]"
    >
      <PictureWall />
      <section className="flex min-h-full flex-col border-l border-ln1 bg-bg1 px-[clamp(24px,7vw,104px)] py-8">
        <div className="flex items-center gap-2 text-14 font-semi">
          <Mark />
          Reading Room
        </div>
        <div className="flex flex-1 flex-col justify-center py-10">
          <h1 className="text-28 font-semi">{title}</h1>
          <p className="mt-2 text-14 text-fg2">{lead}</p>
          {children}
        </div>
        <div className="flex items-center gap-1.5 text-12 text-fg3">
          <ShieldCheck size={14} aria-hidden="true" />
          De-identified data only
        </div>
        <p className="mt-2 text-12 text-fg3">Research use, not for diagnosis.</p>
      </section>
    </main>
  );
}
