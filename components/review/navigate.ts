import type { TextKind } from "@/lib/reading/schema";
import { entriesNow, type Review } from "./context";
import { type Entry, imagesFor, nextOpen } from "./entries";
import { firstEntry, firstOfKind, needsReader } from "./first-entry";
import { doingNothing } from "./workspace-store";

/** Shows an image in the viewer: in the cell that has its stack, else in the active one. */
export function showImage({ workspace, viewer }: Review, imageId: string | null): void {
  const image = workspace.images.find((candidate) => candidate.id === imageId);
  const stack = workspace.stacks.find((candidate) => candidate.id === image?.stackId);
  if (!image || !stack) return;
  // A figure and its panels are the same frame.
  if (stack.kind === "figure" && stack.positions === 1) viewer.getState().showStack(stack.id);
  else viewer.getState().goToFrame(image);
}

/** Makes a text the one that keys and decisions mean, on its tab, with its image. */
export function focusEntry(review: Review, entry: Entry): void {
  const { focusId } = review.ui.getState();
  if (focusId === entry.id && review.ui.getState().tab === entry.kind) return;
  review.ui.setState({
    tab: entry.kind,
    focusId: entry.id,
    imageId: entry.imageId ?? review.ui.getState().imageId,
    sentence: null,
    span: null,
    flag: null,
    doing: doingNothing,
    criterion: null,
  });
  showImage(review, entry.imageId);
  rememberTab(entry.kind);
}

/** The focused text, or null. */
export function focusedEntry(review: Review): Entry | null {
  const { focusId } = review.ui.getState();
  return entriesNow(review).find((entry) => entry.id === focusId) ?? null;
}

export function moveFocus(review: Review, step: 1 | -1): void {
  const entries = entriesNow(review);
  const at = entries.findIndex((entry) => entry.id === review.ui.getState().focusId);
  const to = entries[at < 0 ? 0 : Math.max(0, Math.min(entries.length - 1, at + step))];
  if (to) focusEntry(review, to);
}

/** Goes on to the next text that needs the reader, if the focused one does not any more. */
export function moveOn(review: Review): void {
  const entry = focusedEntry(review);
  const { settings } = review.workspace;
  if (!entry || needsReader(settings, entry)) return;
  const next = nextOpen(entriesNow(review), entry.id, (candidate) => needsReader(settings, candidate));
  if (next) focusEntry(review, next);
}

export function openTab(review: Review, tab: TextKind): void {
  const entries = entriesNow(review);
  const { imageId } = review.ui.getState();
  const first = firstOfKind(entries, tab, imageId);
  if (first) {
    focusEntry(review, first);
    return;
  }
  const image = imagesFor(entries, review.workspace.images, tab)[0];
  review.ui.setState({ tab, focusId: null, doing: doingNothing, imageId: image?.id ?? imageId });
  rememberTab(tab);
}

/** Begins with the tab of the address, or with the first text that needs the reader. */
export function openFirst(review: Review, tab: TextKind | null): void {
  const first = firstEntry(review.workspace, entriesNow(review), tab);
  if (first) focusEntry(review, first);
  else openTab(review, tab ?? "caption");
}

/** Shows the texts of an image on the tab that is open. */
export function openImage(review: Review, imageId: string): void {
  const { tab } = review.ui.getState();
  const first = entriesNow(review).find((entry) => entry.kind === tab && entry.imageId === imageId);
  if (first) focusEntry(review, first);
  else review.ui.setState({ imageId, focusId: null, doing: doingNothing });
  showImage(review, imageId);
}

function rememberTab(tab: TextKind): void {
  const url = new URL(window.location.href);
  if (url.searchParams.get("tab") === tab) return;
  url.searchParams.set("tab", tab);
  window.history.replaceState(null, "", url);
}
