"use client";
import { Info } from "lucide-react";
import type { DraftView } from "@/lib/reading/types";
import { useReview } from "../context";

/** Who or what wrote a draft: method, model, prompt, retrieval, date, run. A click shows the whole record. */
export function ProvenanceLine({ draft }: { readonly draft: DraftView }) {
  const { ui } = useReview();
  const { method, model, promptVersion, retrieval, writtenAt, runId } = draft.provenance;
  const parts = [model ?? method, promptVersion, retrieval, writtenAt.slice(0, 10)].filter(Boolean);
  return (
    <button
      type="button"
      onClick={() => ui.setState({ dialog: { kind: "provenance", draftId: draft.id } })}
      className="flex min-h-6 w-full items-center gap-1.5 overflow-hidden px-4 pb-1.5 text-left text-11 whitespace-nowrap text-fg3 hover:text-fg2 focus-visible:-outline-offset-2"
    >
      <Info size={12} aria-hidden="true" className="flex-none" />
      <span className="truncate">{parts.join(" · ")}</span>
      {runId ? <span className="ml-auto">run {runId.slice(-7)}</span> : null}
      <span className="sr-only">Show the whole record</span>
    </button>
  );
}
