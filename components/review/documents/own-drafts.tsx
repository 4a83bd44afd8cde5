"use client";
import { Check, Info } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import type { PrivateDraft } from "@/lib/drafting/schema";
import { useDocuments, useReview } from "../context";
import { takenOf } from "../decide";
import type { Entry } from "../entries";
import { useImageWait } from "../image-wait";
import { takeDraft } from "./acts";
import { countWords } from "./words";

/** The drafts that the reader had written for themselves, under the draft of the round: one of them may be taken. */
export function OwnDrafts({ entry }: { readonly entry: Entry }) {
  const context = useDocuments((state) => state.context);
  const own = context.kind === "ready" ? context.own.filter(({ besideId }) => besideId === entry.id) : [];
  return own.map((draft, at) => <OwnDraft key={draft.id} entry={entry} draft={draft} number={at + 1} />);
}

function OwnDraft({
  entry,
  draft,
  number,
}: {
  readonly entry: Entry;
  readonly draft: PrivateDraft;
  readonly number: number;
}) {
  const review = useReview();
  const wait = useImageWait();
  const taken = takenOf(entry).taken === draft.id;
  return (
    <section
      aria-label={`Draft ${number} written for you`}
      className="mx-4 mb-2 rounded-control border border-ln1 bg-bg2 px-3 py-2"
    >
      <h3 className="flex items-center gap-2 text-12 font-semi">
        Written for you
        <span className="min-w-0 flex-1 truncate font-reg text-fg3">
          {draft.model} · {countWords(draft.documents)}
        </span>
        {taken ? (
          <Chip tone="accent" icon={<Check size={12} />}>
            Taken
          </Chip>
        ) : null}
        <IconButton
          size="sm"
          side="left"
          label="Show the whole record"
          icon={<Info size={14} />}
          onClick={() => review.ui.setState({ dialog: { kind: "provenance", draftId: draft.id } })}
        />
      </h3>
      <p className="mt-1 text-13 break-words whitespace-pre-line">{draft.text}</p>
      <Button
        size="sm"
        className="mt-2"
        disabledReason={
          review.readOnly ? "This reading is submitted." : taken ? "These words are taken." : wait
        }
        onClick={() => takeDraft(review, entry, draft)}
      >
        Take this draft
      </Button>
    </section>
  );
}
