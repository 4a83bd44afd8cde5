import { z } from "zod";
import { type JudgementInput, judgementSchema } from "@/lib/retrieval/schema";

/** What was said of documents and is not saved yet, by document. */
export type Waiting = Readonly<Record<string, JudgementInput>>;
/** Asked for anew each time: a browser may refuse its storage altogether. */
export type JudgementStorage = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (readingId: string) => `rr-documents-${readingId}`;

/** What this browser keeps of a reading until the server has it; nothing where it keeps nothing. */
export function keptJudgements(storage: JudgementStorage, readingId: string): Waiting {
  try {
    const kept: unknown = JSON.parse(storage().getItem(keyOf(readingId)) ?? "{}");
    return z.record(z.uuid(), judgementSchema).safeParse(kept).data ?? {};
  } catch {
    return {};
  }
}

export function keepJudgements(storage: JudgementStorage, readingId: string, waiting: Waiting): void {
  try {
    if (Object.keys(waiting).length === 0) storage().removeItem(keyOf(readingId));
    else storage().setItem(keyOf(readingId), JSON.stringify(waiting));
  } catch {
    // A browser that keeps nothing has them until the case is left.
  }
}
