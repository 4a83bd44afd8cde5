"use client";
import { RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { ReadingDocuments } from "@/lib/drafting/schema";
import { chooseAgain } from "@/lib/retrieval/rules/choose-again";
import { useDocuments, useReview } from "../context";
import { saidOf } from "./documents";
import type { NamedDocument } from "./words";

/** Has the draft written once more, for this reader alone, with the documents that are pinned and shown. */
export function Regenerate({
  draftId,
  context,
  drafted,
  added,
}: {
  readonly draftId: string;
  readonly context: Pick<ReadingDocuments, "modelFault">;
  readonly drafted: readonly NamedDocument[];
  readonly added: readonly NamedDocument[];
}) {
  const { documents, readOnly } = useReview();
  const state = useDocuments((one) => one);
  const { writing, save } = state;
  const chosen = chooseAgain(drafted, added, (id) => saidOf(state, id));
  const busy = writing.kind === "asked";
  const faults = [
    readOnly ? "This reading is submitted." : null,
    context.modelFault,
    chosen.ok ? null : chosen.sentence,
    save === "saved" ? null : "What you said of the documents is not saved yet.",
    busy && writing.draftId !== draftId ? "Another draft is being written." : null,
  ];
  const fault = faults.find((one) => one !== null) ?? null;
  return (
    <section aria-label="A draft of your own" className="mt-4 flex flex-col items-start gap-2">
      <h3 className="text-13 font-semi">A draft of your own</h3>
      <p className="text-12 text-fg2">
        {chosen.ok ? `Written with ${chosen.documents.map(({ name }) => name).join(", ")}. ` : ""}
        Only you see it, and the draft of the round stays as it is.
      </p>
      <Button
        icon={<RefreshCw size={14} />}
        busy={busy && writing.draftId === draftId}
        disabledReason={fault}
        onClick={() => void documents.write(draftId)}
      >
        Regenerate with these
      </Button>
      {fault ? <p className="text-12 text-fg2">{fault}</p> : null}
      <div aria-live="polite" className="text-12">
        {busy && writing.draftId === draftId ? "The model is writing." : null}
        {writing.kind === "failed" && writing.draftId === draftId ? (
          <span className="text-er">{writing.message}</span>
        ) : null}
      </div>
    </section>
  );
}
