"use client";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { TextPayload } from "@/lib/reading/schema";
import { useReview } from "../context";
import { discardEdit, removeOwn, sameWords, saveEdit, typeWords } from "../decide";
import type { Entry } from "../entries";
import { sameText } from "../flags/shown-flags";
import { useFlags } from "../flags/use-flags";
import { useReviewKey } from "../live-keys";
import { FlagRows } from "./flag-row";
import { QuestionEditor } from "./question-editor";

/** The words of a text, being typed. Every stroke is kept; saving makes them an edit. */
export function TextEditor({ entry, label }: { readonly entry: Entry; readonly label: string }) {
  const review = useReview();
  const keyOf = useReviewKey();
  const { flags } = useFlags(entry);
  const [payload, setPayload] = useState(entry.payload);
  const [known, setKnown] = useState(entry.payload);
  // Words that came from elsewhere (a conflict settled for theirs, another tab) take the place of what stood here.
  if (known !== entry.payload) {
    setKnown(entry.payload);
    if (!sameWords(entry.payload, payload)) setPayload(entry.payload);
  }
  const type = (next: TextPayload) => {
    setPayload(next);
    typeWords(review, entry, next);
  };
  return (
    <div data-editor="" className="mx-4 my-2 rounded-control border border-ac bg-bg0 p-2">
      {payload.form === "text" ? (
        <PlainEditor
          label={label}
          lang={entry.draft?.language}
          value={payload.text}
          onChange={(text) => type({ form: "text", text })}
        />
      ) : (
        <QuestionEditor
          lang={entry.draft?.language}
          value={payload.qa}
          onChange={(qa) => type({ form: "qa", qa })}
        />
      )}
      <FlagRows
        entry={entry}
        text={draftText(payload)}
        flags={sameText(payload, entry.payload) ? flags : []}
      />
      <div className="mt-2 flex items-center gap-2">
        <Button size="sm" variant="primary" keys={keyOf("save-text")} onClick={() => saveEdit(review)}>
          {entry.draft ? "Save edit" : "Done"}
        </Button>
        {entry.draft ? (
          <Button size="sm" variant="quiet" onClick={() => discardEdit(review)}>
            Discard words
          </Button>
        ) : (
          <Button size="sm" variant="quiet" onClick={() => removeOwn(review, entry)}>
            Remove
          </Button>
        )}
        <span className="ml-auto text-11 text-fg3">Kept as you type</span>
      </div>
    </div>
  );
}

function PlainEditor({
  label,
  lang,
  value,
  onChange,
}: {
  readonly label: string;
  readonly lang: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        lang={lang}
        value={value}
        maxLength={20_000}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content max-h-[40vh] min-h-24 w-full resize-y bg-transparent px-1 text-14 outline-none"
      />
    </>
  );
}
