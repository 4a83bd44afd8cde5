"use client";
import { type PointerEvent, useMemo } from "react";
import { draftText } from "@/lib/drafting/rules/draft-text";
import { useItems, useReview, useUi } from "../context";
import type { TextRange } from "../diff-ranges";
import type { Entry } from "../entries";
import { beginMark, selectedWords } from "./mark";
import { markedWords } from "./marked-words";
import { isUntouched } from "./shown-flags";

/** The reader's marks on a text, those that stand in its words as they are, and how a selection begins another. */
export function useMarks(entry: Entry) {
  const review = useReview();
  const { span } = useItems();
  const marks = useMemo(() => markedWords(entry, span), [entry, span]);
  const doing = useUi((state) => (state.focusId === entry.id ? state.doing : null));
  const choosing: readonly TextRange[] = doing?.kind === "marking" ? [doing.range] : [];
  const standing = marks.flatMap(({ place }) => place ?? []);
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const idle = doing?.kind === "nothing" || doing?.kind === "marking";
    if (review.readOnly || !idle || !isUntouched(entry)) return;
    const range = selectedWords(event.currentTarget, draftText(entry.payload));
    if (range) beginMark(review, range);
  };
  return { marks, byHand: [...choosing, ...standing], onPointerUp };
}
