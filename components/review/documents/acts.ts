import type { PrivateDraft } from "@/lib/drafting/schema";
import { putDecision } from "../changes";
import type { Review } from "../context";
import { sayDone } from "../decide";
import type { Entry } from "../entries";
import { entryName } from "../words";
import { doingNothing } from "../workspace-store";

/** The list of documents takes the focus, unfolded; from inside of it the same key folds it. */
export function toggleContext({ documents }: Review): void {
  const drawer = document.querySelector("[data-context]");
  const row = drawer?.querySelector("[data-row]");
  if (drawer && row && drawer.contains(document.activeElement)) {
    documents.store.setState({ open: false });
    drawer.querySelector("button")?.focus();
    return;
  }
  documents.store.setState(({ asked }) => ({ open: true, asked: asked + 1 }));
}

/** Opens the documents of a draft at one of them; null = at the field for a search. */
export function openDocuments({ ui }: Review, draftId: string, documentId: string | null): void {
  ui.setState({ dialog: { kind: "documents", draftId, documentId } });
}

/** Puts the words of a draft of the reader's own in the place of the draft of the round, as an edit that says so. */
export function takeDraft(review: Review, entry: Entry, { id: taken, text }: PrivateDraft): void {
  if (!entry.draft) return;
  const { contentHash: draftHash } = entry.draft;
  review.sync.change([
    putDecision(entry.id, { kind: "edit", draftHash, result: { form: "text", text }, taken }),
  ]);
  review.ui.setState({ doing: doingNothing });
  const { images, stacks } = review.workspace;
  sayDone(review, `${entryName(entry, images, stacks)}: your draft taken`);
}
