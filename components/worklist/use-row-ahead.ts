"use client";
import { useEffect, useRef } from "react";
import { lookAhead } from "@/components/review/opening/look-ahead";
import type { WorklistRow } from "@/lib/cases/types";

/** Milliseconds that a row is looked at, or is under the pointer, before its case is looked at ahead. */
const restBefore = 180;

/** Looks ahead at the row that is looked at, and at the one under the pointer, which the result is told. */
export function useRowAhead(current: WorklistRow | null): (row: WorklistRow | null) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = current && current.state !== "held" ? current.id : null;
  useEffect(() => {
    if (id === null) return;
    const resting = setTimeout(() => lookAhead(id), restBefore);
    return () => clearTimeout(resting);
  }, [id]);
  return (row) => {
    clearTimeout(timer.current);
    if (row && row.state !== "held") timer.current = setTimeout(() => lookAhead(row.id), restBefore);
  };
}
