"use client";
import type { TextPayload } from "@/lib/reading/schema";
import { useEntries } from "../context";
import { type Entry, originalOf } from "../entries";
import { TextFrame } from "./source-box";

/** A text in one piece; of a pair it says which part is which. */
function wordsOf(payload: TextPayload): string {
  if (payload.form === "text") return payload.text;
  const { question, options, answer, reasoning } = payload.qa;
  const parts = [
    question,
    options.length > 0 ? `Options: ${options.join(" / ")}` : "",
    `Answer: ${answer}`,
    reasoning === "" ? "" : `Reasoning: ${reasoning}`,
  ];
  return parts.filter(Boolean).join("\n");
}

/** The text that a translation says in another language, as it stands: the reader's words where there are any. */
export function OriginalBox({ entry }: { readonly entry: Entry }) {
  const original = originalOf(useEntries(), entry);
  if (!original) return null;
  return (
    <TextFrame label="Text that is translated">
      <h3 className="mb-0.5 text-11 font-med text-fg3">Text that is translated</h3>
      <p lang={original.draft?.language} className="whitespace-pre-line">
        {wordsOf(original.payload)}
      </p>
    </TextFrame>
  );
}
