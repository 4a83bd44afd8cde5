import type { Review } from "../context";

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
