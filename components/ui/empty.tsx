import type { ReactNode } from "react";

/** What a list says when it holds nothing: the object, then the next step. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center justify-center gap-1 p-6 text-center text-12 text-fg3">
      <b className="text-13 font-semi text-fg1">{title}</b>
      {children}
    </div>
  );
}
