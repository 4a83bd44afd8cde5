"use client";
import { useKeyOf } from "@/components/controls/controls-context";
import { type ReviewKey, reviewKeys } from "./keymap";

/** Gives the key of an action as this person has it, for buttons and hints; undefined where none works now. */
export const useReviewKey = (): ((id: ReviewKey) => string | undefined) => useKeyOf(reviewKeys);
