"use client";
import { useId, useState } from "react";
import { cx } from "@/components/ui/cx";
import { KeyCaps } from "@/components/ui/key-caps";
import { rejectReasons } from "@/lib/reading/schema";
import { useReview, useUi } from "../context";
import { toggleReason, writeNote } from "../decide";
import type { Entry } from "../entries";
import type { ReviewKey } from "../keymap";
import { useReviewKey } from "../live-keys";
import { reasonWords } from "../words";

const reasonKeys: readonly ReviewKey[] = [
  "digit-1",
  "digit-2",
  "digit-3",
  "digit-4",
  "digit-5",
  "digit-6",
  "digit-7",
  "digit-8",
];

/** The reasons of a rejection, 1 to 8. The first one chosen is the rejection. */
export function RejectReasons({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const rejecting = useUi((state) => state.doing.kind === "rejecting");
  const decision = entry.decision?.kind === "reject" ? entry.decision : null;
  const chosen = decision?.reasons ?? [];
  if (!rejecting)
    return decision ? (
      <p className="mx-4 my-2 rounded-chip bg-er-bg px-2 py-1 text-12">
        {chosen.map((reason) => reasonWords[reason]).join(", ")}
        {decision.note ? `: ${decision.note}` : ""}
      </p>
    ) : null;
  return (
    <fieldset className="mx-4 my-2">
      <legend className="sr-only">Reasons of the rejection</legend>
      <div className="grid grid-cols-2 gap-1">
        {rejectReasons.map((reason, index) => {
          const on = chosen.includes(reason);
          return (
            <button
              key={reason}
              type="button"
              aria-pressed={on}
              onClick={() => toggleReason(review, reason)}
              className={cx(
                "flex h-7 items-center gap-2 rounded-chip border px-2 text-left text-12",
                on ? "border-er-ln bg-er-bg text-fg1" : "border-ln2 text-fg2 hover:bg-bg3 hover:text-fg1",
              )}
            >
              <ReasonKey place={index} className={on ? "text-er" : "text-fg3"} />
              <span className="truncate">{reasonWords[reason]}</span>
            </button>
          );
        })}
      </div>
      {decision ? (
        <Note key={entry.id} entry={entry} value={decision.note} required={chosen.includes("other")} />
      ) : null}
    </fieldset>
  );
}

/** The digit of a reason, as this person has it. */
export function ReasonKey({ place, className }: { readonly place: number; readonly className: string }) {
  const keyOf = useReviewKey();
  const key = keyOf(reasonKeys[place] ?? "reject");
  return key ? <KeyCaps name={key} className={className} /> : null;
}

/** A note beside a rejection, an override or a "cannot judge". */
export function Note({
  entry,
  value,
  required = false,
}: {
  readonly entry: Entry;
  readonly value: string;
  readonly required?: boolean;
}) {
  const review = useReview();
  const id = useId();
  const [note, setNote] = useState(value);
  return (
    <div className="mt-1">
      <label htmlFor={id} className="sr-only">
        Note
      </label>
      <input
        id={id}
        value={note}
        maxLength={2000}
        placeholder={required ? "What is wrong?" : "Note, if it helps"}
        onChange={(event) => {
          setNote(event.target.value);
          writeNote(review, entry, event.target.value);
        }}
        className="h-7 w-full rounded-chip border border-ln2 bg-bg0 px-2 text-12 placeholder:text-fg3"
      />
    </div>
  );
}
