import type { Said } from "../schema";
import { type Choosable, contextSize } from "./choose-context";

export type ChosenAgain<T> =
  | { readonly ok: true; readonly documents: readonly T[] }
  | { readonly ok: false; readonly sentence: string };

/**
 * The documents that a reader wants a draft written with anew: those they pinned, then those of the draft that they do not
 * call irrelevant, in their order; four at most, at least one of them a guideline, whose place is never one of a pin's.
 */
export function chooseAgain<T extends Choosable>(
  drafted: readonly T[],
  added: readonly T[],
  saidOf: (documentId: string) => Pick<Said, "pinned" | "relevance">,
): ChosenAgain<T> {
  const pinned = [...drafted, ...added].filter(({ documentId }) => saidOf(documentId).pinned);
  if (pinned.length > contextSize)
    return {
      ok: false,
      sentence: `${pinned.length} documents are pinned; ${contextSize} is the limit. Unpin one.`,
    };
  const rest = drafted.filter(({ documentId }) => {
    const said = saidOf(documentId);
    return !said.pinned && said.relevance !== 0;
  });
  const best = [...pinned, ...rest].slice(0, contextSize);
  if (best.some(({ kind }) => kind === "guideline")) return { ok: true, documents: best };
  const guideline = rest.find(({ kind }) => kind === "guideline");
  if (!guideline || pinned.length === contextSize)
    return { ok: false, sentence: "No guideline is among these. Pin one: a draft from documents needs it." };
  return { ok: true, documents: [...best.slice(0, contextSize - 1), guideline] };
}
