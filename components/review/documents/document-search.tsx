"use client";
import { Plus, Search } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { ShownDocument } from "@/lib/retrieval/schema";
import { useDocuments, useReview } from "../context";
import { refusalWords } from "../requests";
import { DocumentFacts } from "./document-card";
import { saidOf } from "./documents";
import { searchDocuments } from "./requests";

type Asked =
  | { readonly kind: "none" }
  | { readonly kind: "asking" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "found"; readonly words: string; readonly found: readonly ShownDocument[] };

/** Finds documents by the reader's own words and adds them, pinned. `known`: those that are listed already. */
export function DocumentSearch({
  known,
  first,
}: {
  readonly known: ReadonlySet<string>;
  readonly first: boolean;
}) {
  const { documents, workspace, readOnly } = useReview();
  const [words, setWords] = useState("");
  const [search, setSearch] = useState<Asked>({ kind: "none" });
  const wanted = words.trim();
  const blocked = readOnly ? "This reading is submitted." : wanted === "" ? "Type what to look for." : null;

  const section = useRef<HTMLElement>(null);
  // The answer stands below the field, which is at the end of a long list.
  useEffect(() => {
    if (search.kind === "found" || search.kind === "failed")
      section.current?.scrollIntoView({ block: "start" });
  }, [search.kind]);

  async function find(event: FormEvent) {
    event.preventDefault();
    if (blocked) return;
    setSearch({ kind: "asking" });
    const answer = await searchDocuments(workspace.reading.id, wanted);
    setSearch(
      answer.ok
        ? { kind: "found", words: wanted, found: answer.found }
        : { kind: "failed", message: refusalWords(answer) },
    );
  }

  return (
    <section ref={section} aria-label="Add by search" className="pt-4">
      <h3 className="mb-2 text-13 font-semi">Add by search</h3>
      <form onSubmit={(event) => void find(event)} className="flex items-end gap-2">
        <Field
          label="Words to look for"
          hideLabel
          placeholder="Words to look for"
          data-first={first || undefined}
          value={words}
          maxLength={300}
          onChange={(event) => setWords(event.target.value)}
          icon={<Search size={14} aria-hidden="true" />}
          className="min-w-0 flex-1"
        />
        <Button type="submit" size="lg" busy={search.kind === "asking"} disabledReason={blocked}>
          Search
        </Button>
      </form>
      <div aria-live="polite" className="mt-2 text-12 text-fg2">
        {search.kind === "failed" ? <p className="text-er">{search.message}</p> : null}
        {search.kind === "found"
          ? search.found.length === 0
            ? `No document answers to “${search.words}”. Try other words.`
            : `${search.found.length} found for “${search.words}”.`
          : null}
      </div>
      {search.kind === "found"
        ? search.found.map((document) => (
            <DocumentFacts key={document.chunkId} document={document} name="" first={false}>
              <div className="mt-2">
                <AddButton document={document} listed={known.has(document.documentId)} add={documents.add} />
              </div>
            </DocumentFacts>
          ))
        : null}
    </section>
  );
}

function AddButton({
  document,
  listed,
  add,
}: {
  readonly document: ShownDocument;
  readonly listed: boolean;
  readonly add: (document: ShownDocument) => void;
}) {
  const pinned = useDocuments((state) => saidOf(state, document.documentId).pinned);
  return (
    <Button
      size="sm"
      icon={<Plus size={14} />}
      disabledReason={listed && pinned ? "It is among your documents, pinned." : null}
      onClick={() => add(document)}
    >
      {listed && pinned ? "Added" : "Add"}
    </Button>
  );
}
