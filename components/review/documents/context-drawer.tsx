"use client";
import { BookOpen, ChevronDown, FileImage, Pin, Search } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { KeyCaps } from "@/components/ui/key-caps";
import type { ShownDocument } from "@/lib/retrieval/schema";
import { useDocuments, useReview, useUi } from "../context";
import type { Entry } from "../entries";
import { useReviewKey } from "../live-keys";
import { openDocuments } from "./acts";
import { saidOf } from "./documents";
import { citedBy, countWords, type NamedDocument, named, relevanceWords } from "./words";

/** Windows lower or narrower than this fold the list to one line. CSS pixels. */
const lowWindow = 860;
const wideWindow = 1440;

/** The documents that the draft in focus was written with, folded to a line where there is little room. */
export function ContextDrawer({ entry }: { readonly entry: Entry | null }) {
  const { documents } = useReview();
  const tab = useUi((state) => state.tab);
  const context = useDocuments((state) => state.context);
  if (tab === "qa" || context.kind === "loading") return null;
  if (context.kind === "failed")
    return (
      <Line>
        {context.message}
        <Button size="xs" onClick={() => void documents.load()}>
          Try again
        </Button>
      </Line>
    );
  const found = context.drafts.find(({ id }) => id === entry?.draft?.id);
  if (entry?.draft && found) return <Found entry={entry} draftId={found.id} found={found.documents} />;
  if (entry?.draft) return <Line>Retrieval not used</Line>;
  if (tab === "caption" && context.guidelines === 0) return <EmptyStore />;
  return null;
}

function Line({ children }: { readonly children: ReactNode }) {
  return (
    <section
      data-context=""
      aria-label="Retrieved context"
      className="flex min-h-9 flex-none flex-wrap items-center gap-2 border-t border-ln1 px-4 py-1.5 text-12"
    >
      <h2 className="font-semi">Retrieved context</h2>
      <span className="flex flex-wrap items-center gap-2 text-11 text-fg3">{children}</span>
    </section>
  );
}

/** Without a guideline nothing is drafted from documents: how an admin fills the store. */
function EmptyStore() {
  const { workspace } = useReview();
  return (
    <Line>
      No guideline in the store. An admin fills it:
      <code className="break-all text-fg2">
        {`npm run cli -- import --as guidelines PATH --project ${workspace.case.project.slug}`}
      </code>
    </Line>
  );
}

function Found({
  entry,
  draftId,
  found,
}: {
  readonly entry: Entry;
  readonly draftId: string;
  readonly found: readonly ShownDocument[];
}) {
  const review = useReview();
  const keyOf = useReviewKey();
  const wanted = useDocuments((state) => state.open);
  const asked = useDocuments((state) => state.asked);
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef(asked);
  const open = wanted ?? (window.innerHeight > lowWindow && window.innerWidth >= wideWindow);
  useEffect(() => {
    if (asked === seen.current) return;
    seen.current = asked;
    list.current?.querySelector<HTMLElement>("[data-row]")?.focus();
  }, [asked]);
  const drafted = entry.draft?.payload.form === "text" ? entry.draft.payload.text : "";
  const cited = citedBy(drafted, found);
  const key = keyOf("context");
  return (
    <section
      data-context=""
      aria-label="Retrieved context"
      className="flex-none border-t border-ln1 px-4 py-1.5 text-12"
    >
      <div className="flex h-7 items-center gap-2">
        <h2 className="min-w-0">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => review.documents.store.setState({ open: !open })}
            className="flex h-7 items-center gap-2"
          >
            <ChevronDown
              size={14}
              aria-hidden="true"
              className={cx("flex-none text-fg3", !open && "-rotate-90")}
            />
            <span className="font-semi whitespace-nowrap">Retrieved context</span>
            <span className="truncate text-11 text-fg3">{countWords(found)}</span>
          </button>
        </h2>
        {found.some(({ kind }) => kind === "guideline") ? null : <Chip tone="error">No guideline</Chip>}
        <span className="flex-1" />
        <IconButton
          size="sm"
          side="left"
          label="Search for more documents"
          icon={<Search size={14} />}
          onClick={() => openDocuments(review, draftId, null)}
        />
        {key ? <KeyCaps name={key} /> : null}
      </div>
      {open ? (
        <ul ref={list} className="flex flex-col">
          {named(found).map((document) => (
            <Row
              key={document.documentId}
              document={document}
              sentences={cited.get(document.chunkId) ?? []}
              onOpen={() => openDocuments(review, draftId, document.documentId)}
            />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function Row({
  document,
  sentences,
  onOpen,
}: {
  readonly document: NamedDocument;
  readonly sentences: readonly number[];
  readonly onOpen: () => void;
}) {
  const pinned = useDocuments((state) => saidOf(state, document.documentId).pinned);
  const relevance = useDocuments((state) => saidOf(state, document.documentId).relevance);
  const Icon = document.kind === "guideline" ? BookOpen : FileImage;
  return (
    <li>
      <button
        type="button"
        data-row=""
        onClick={onOpen}
        className="-mx-2 flex h-7 w-[calc(100%+16px)] items-center gap-2 rounded-control px-2 text-left hover:bg-bg2"
      >
        <Icon size={14} aria-hidden="true" className="flex-none text-fg3" />
        <span className="min-w-0 flex-1 truncate text-fg2">
          {document.name} {document.title}
        </span>
        {pinned ? <Pin size={12} role="img" aria-label="Pinned" className="flex-none text-ac-tx" /> : null}
        {relevance === null ? null : (
          <span className="flex-none text-11 text-fg2">{relevanceWords[relevance]}</span>
        )}
        <span className="flex-none text-11 text-fg3">
          {sentences.length === 0 ? "not cited" : sentences.map((number) => `S${number}`).join(" ")}
        </span>
        <span className="w-11 flex-none text-right text-11 text-fg3 tabular-nums">
          {document.fused.toFixed(4)}
        </span>
      </button>
    </li>
  );
}
