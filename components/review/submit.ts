import { type MissingPart, missingParts } from "@/lib/reading/rules";
import type { Review } from "./context";
import { say } from "./decide";
import { rememberFinished } from "./finished";
import { refusalWords, submitReading } from "./requests";
import { missingWords } from "./words";

function missingNow({ sync, workspace: { drafts, settings } }: Review): readonly MissingPart[] {
  const { items } = sync.store.getState().local;
  return missingParts({ drafts, items, ratedKinds: settings.ratedKinds });
}

/** There was no draft to judge, and nothing was added: whoever submits is asked whether that is meant. */
const isEmptyReading = (missing: readonly MissingPart[]) =>
  missing.length === 1 && missing[0]?.what === "nothing";

/** Why the case cannot be submitted now; null = it can, or the reader is asked first. */
export function submitBlock(review: Review): string | null {
  if (review.readOnly) return "This reading is submitted.";
  const { save } = review.sync.store.getState();
  const missing = missingNow(review);
  if (missing.length > 0 && !isEmptyReading(missing)) return missingWords(missing);
  if (save.kind === "saved" || save.kind === "saving") return null;
  return save.kind === "offline"
    ? "You are offline. Submit when you are back."
    : "Some changes are not saved yet.";
}

/** Where the reader goes after this case. */
export function afterThisCase({ workspace }: Review): string {
  const { next, previous } = workspace.place;
  const target = next ?? previous;
  return target ? `/cases/${target}` : "/worklist";
}

/**
 * Sends what waits, submits, and goes on; says why where it does not.
 * @param nothingToReport the reader was asked and said so.
 */
export async function submitCase(
  review: Review,
  go: (path: string) => void,
  nothingToReport = false,
): Promise<void> {
  const { workspace, sync, ui } = review;
  const block = submitBlock(review);
  if (block !== null) {
    say(review, block);
    return;
  }
  if (!nothingToReport && isEmptyReading(missingNow(review))) {
    ui.setState({ dialog: { kind: "nothing-to-report" } });
    return;
  }
  if (!(await sync.sendNow())) {
    say(review, "Not submitted: some changes are not saved yet.");
    return;
  }
  const outcome = await submitReading(workspace.reading.id, sync.store.getState().revision, nothingToReport);
  if (outcome.ok) {
    rememberFinished({
      readingId: workspace.reading.id,
      caseId: workspace.case.id,
      words: `${workspace.case.label} submitted.`,
      until: Date.now() + outcome.undoSeconds * 1000,
    });
    go(afterThisCase(review));
  } else if (outcome.reason === "missing")
    say(review, missingWords(outcome.missing) ?? "Something is missing.");
  else {
    if (outcome.reason === "signed-out") sync.sessionEnded();
    say(review, refusalWords(outcome));
  }
}
