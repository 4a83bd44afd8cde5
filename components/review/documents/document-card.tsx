"use client";
import { BookOpen, FileImage, Pin } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { PrivatePicture } from "@/components/ui/private-image";
import type { ShownDocument } from "@/lib/retrieval/schema";
import { useDocuments, useReview } from "../context";
import { saidOf } from "./documents";
import { documentPictureUrl } from "./requests";
import { relevanceWords, whyFound } from "./words";

const relevances = [0, 1, 2] as const;

/** A document whole: what it is, why it was found, its passage, and what the reader says of it. */
export function DocumentCard({
  document,
  name,
  first,
}: {
  readonly document: ShownDocument;
  /** Short name such as G1; "" for none. */
  readonly name: string;
  /** The one that was asked for: its passage is open and it takes the focus. */
  readonly first: boolean;
}) {
  const { documents, readOnly } = useReview();
  const { documentId } = document;
  const pinned = useDocuments((state) => saidOf(state, documentId).pinned);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (first) place.current?.scrollIntoView({ block: "nearest" });
  }, [first]);
  return (
    <DocumentFacts document={document} name={name} first={first} place={place}>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          size="sm"
          aria-pressed={pinned}
          icon={<Pin size={14} className={pinned ? "text-ac-tx" : ""} />}
          disabledReason={readOnly ? "This reading is submitted." : null}
          onClick={() => documents.judge({ documentId, pinned: !pinned })}
          className={pinned ? "bg-ac-bg" : ""}
        >
          {pinned ? "Pinned" : "Pin"}
        </Button>
        <Relevance documentId={documentId} title={document.title} />
      </div>
    </DocumentFacts>
  );
}

/** Title, source, licence, why it was found, a case's picture and the passage, as text and nothing else. */
export function DocumentFacts({
  document,
  name,
  first,
  place,
  children,
}: {
  readonly document: ShownDocument;
  readonly name: string;
  readonly first: boolean;
  readonly place?: React.Ref<HTMLElement>;
  readonly children?: ReactNode;
}) {
  const { workspace } = useReview();
  const { documentId, kind, title, heading, source, licence, url, text, picture } = document;
  const Icon = kind === "guideline" ? BookOpen : FileImage;
  return (
    <article
      ref={place}
      aria-label={`${name} ${title}`.trim()}
      className="border-b border-ln1 py-3 first:pt-0"
    >
      <h3 className="flex items-start gap-2 text-13 font-semi">
        <Icon size={14} aria-hidden="true" className="mt-[3px] flex-none text-fg3" />
        <span className="min-w-0 break-words">
          {name} {title}
        </span>
      </h3>
      <dl className="mt-1 grid grid-cols-[76px_minmax(0,1fr)] gap-x-2 gap-y-0.5 text-12">
        <Fact name="Kind">{kind === "guideline" ? "Guideline" : "Case"}</Fact>
        {heading ? <Fact name="Section">{heading}</Fact> : null}
        <Fact name="Source">{source}</Fact>
        <Fact name="Licence">{licence ?? "Not named"}</Fact>
        {url ? <Fact name="Address">{url}</Fact> : null}
        <Fact name="Why found">
          {whyFound(document).map((line) => (
            <span key={line} className="block">
              {line}
            </span>
          ))}
        </Fact>
      </dl>
      {picture ? (
        <div className="mt-2 w-48">
          <PrivatePicture
            src={documentPictureUrl(workspace.reading.id, documentId)}
            alt={`First picture of ${title}`}
          />
        </div>
      ) : null}
      <details open={first} className="mt-1.5">
        <summary
          data-first={first || undefined}
          className="w-fit cursor-default rounded-chip text-12 text-fg2"
        >
          Passage
        </summary>
        <p className="mt-1 rounded-control bg-bg2 px-3 py-2 text-13 break-words whitespace-pre-line text-fg2">
          {text ?? "The case that it tells of is being read, so its text is not shown."}
        </p>
      </details>
      {children}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-fg3">{name}</dt>
      <dd className="min-w-0 break-words text-fg1 tabular-nums">{children}</dd>
    </>
  );
}

/** How relevant a document is for the case, and a way to take that back. */
function Relevance({ documentId, title }: { readonly documentId: string; readonly title: string }) {
  const { documents, readOnly } = useReview();
  const relevance = useDocuments((state) => saidOf(state, documentId).relevance);
  const group = useId();
  return (
    <fieldset disabled={readOnly} className="flex items-center gap-1 text-12">
      <legend className="sr-only">Relevance of {title} for this case</legend>
      {relevances.map((value) => (
        <label
          key={value}
          className={cx(
            "relative inline-flex h-6 items-center rounded-chip px-2 has-focus-visible:outline-2 has-focus-visible:outline-ac",
            relevance === value ? "bg-fg2 font-semi text-bg0" : "bg-bg3 text-fg2 hover:bg-bg4 hover:text-fg1",
          )}
        >
          <input
            type="radio"
            name={group}
            checked={relevance === value}
            onChange={() => documents.judge({ documentId, relevance: value })}
            className="absolute inset-0 opacity-0"
          />
          {relevanceWords[value]}
        </label>
      ))}
      {relevance === null || readOnly ? null : (
        <Button size="sm" variant="quiet" onClick={() => documents.judge({ documentId, relevance: null })}>
          Clear
        </Button>
      )}
    </fieldset>
  );
}
