import { createStore } from "zustand/vanilla";
import { type CaseLook, lookOf } from "./look-ahead";

/** The case on its way: what is shown of it until its page is here. */
export const opening = createStore<{ readonly now: (CaseLook & { readonly path: string }) | null }>()(() => ({
  now: null,
}));

/** A page that is not here by then shows the old one again. Milliseconds. */
const longestWait = 15_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows what is known of the case that an address names, if anything is. */
export function beginOpening(path: string): void {
  const caseId = /^\/cases\/([^/?#]+)/.exec(path)?.[1];
  const look = caseId ? lookOf(caseId) : null;
  clearTimeout(timer);
  opening.setState({ now: look && { ...look, path: `/cases/${caseId}` } });
  if (look) timer = setTimeout(endOpening, longestWait);
}

export function endOpening(): void {
  clearTimeout(timer);
  if (opening.getState().now) opening.setState({ now: null });
}
