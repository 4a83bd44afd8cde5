"use client";
import { useRouter } from "next/navigation";
import type { ToastMessage } from "@/components/ui/toast";
import type { putOffCases } from "@/lib/cases/actions";
import type { WorklistRow } from "@/lib/cases/types";
import { isOpen } from "./bulk-bar";
import { nextMidnight } from "./sections";

const refusals: Readonly<Record<string, string>> = {
  "signed-out": "You are signed out. Sign in and try again.",
};

/**
 * Puts cases at the end of the reader's list until tomorrow; where all of them are there already, back to their places.
 * A toast says so and takes it back. @returns whether there was anything to do.
 */
export function useDeferral(
  putOff: typeof putOffCases,
  say: (text: string, action?: ToastMessage["action"]) => void,
): (rows: readonly WorklistRow[]) => boolean {
  const router = useRouter();

  async function put(caseIds: readonly string[], until: string | null): Promise<boolean> {
    const outcome = await putOff({ caseIds: [...caseIds], until }).catch(() => null);
    if (!outcome?.ok)
      say(
        outcome
          ? (refusals[outcome.reason] ?? "That was refused. Try again.")
          : "The server cannot be reached. Try again.",
      );
    router.refresh();
    return outcome?.ok === true;
  }

  return (rows) => {
    const open = rows.filter(isOpen);
    if (open.length === 0) return false;
    const back = open.every(({ deferredUntil }) => deferredUntil !== null);
    const moved = back ? open : open.filter(({ deferredUntil }) => deferredUntil === null);
    const ids = moved.map(({ id }) => id);
    const until = nextMidnight(new Date()).toISOString();
    const names = moved.length === 1 ? `${moved[0]?.label} is` : `${moved.length} cases are`;
    void put(ids, back ? null : until).then((done) => {
      if (!done) return;
      const words = back ? `${names} back in the list.` : `${names} deferred until tomorrow.`;
      say(words, { label: "Undo", run: () => void put(ids, back ? until : null) });
    });
    return true;
  };
}
