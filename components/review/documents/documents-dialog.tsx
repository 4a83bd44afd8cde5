"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDocuments, useEntries, useReview } from "../context";
import { entryName } from "../words";
import { DocumentCard } from "./document-card";
import { DocumentSearch } from "./document-search";
import { Regenerate } from "./regenerate";
import { countWords, named } from "./words";

/** The documents of a draft, each with why it was found and its passage; what the reader says of them; a search for more. */
export function DocumentsDialog({
  draftId,
  documentId,
  onClose,
}: {
  readonly draftId: string;
  readonly documentId: string | null;
  readonly onClose: () => void;
}) {
  const { workspace } = useReview();
  const entry = useEntries().find(({ id }) => id === draftId);
  const context = useDocuments((state) => state.context);
  if (!entry || context.kind !== "ready") return null;
  const found = context.drafts.find(({ id }) => id === draftId)?.documents ?? [];
  const used = new Set(found.map((document) => document.documentId));
  const added = context.added.filter((document) => !used.has(document.documentId));
  const all = named([...found, ...added]);
  const name = entryName(entry, workspace.images, workspace.stacks);
  return (
    <Dialog title={`Documents for ${name.toLowerCase()}`} place="panel" onClose={onClose} footer={<Kept />}>
      <h3 className="mb-3 text-12 text-fg3">
        {countWords(found)}. What you say of them is seen by no other reader.
      </h3>
      {all.slice(0, found.length).map((document) => (
        <DocumentCard
          key={document.documentId}
          document={document}
          name={document.name}
          first={document.documentId === documentId}
        />
      ))}
      {added.length > 0 ? <h3 className="mt-4 mb-3 text-13 font-semi">Added by you</h3> : null}
      {all.slice(found.length).map((document) => (
        <DocumentCard
          key={document.documentId}
          document={document}
          name={document.name}
          first={document.documentId === documentId}
        />
      ))}
      {found.length > 0 ? (
        <Regenerate
          draftId={draftId}
          context={context}
          drafted={all.slice(0, found.length)}
          added={all.slice(found.length)}
        />
      ) : null}
      <DocumentSearch
        known={new Set(all.map((document) => document.documentId))}
        first={documentId === null}
      />
    </Dialog>
  );
}

/** Whether what was said of documents is saved. */
function Kept() {
  const { documents } = useReview();
  const save = useDocuments((state) => state.save);
  const fault = useDocuments((state) => state.fault);
  const waiting = useDocuments((state) => Object.keys(state.waiting).length);
  const words =
    fault ??
    (save === "offline"
      ? `Offline, ${waiting} ${waiting === 1 ? "change" : "changes"} kept here.`
      : save === "saving"
        ? "Saving"
        : "All saved");
  return (
    <>
      <span role="status" className="flex-1 text-12 text-fg2">
        {words}
      </span>
      {save === "offline" ? (
        <Button size="sm" onClick={() => void documents.send()}>
          Try again
        </Button>
      ) : null}
    </>
  );
}
