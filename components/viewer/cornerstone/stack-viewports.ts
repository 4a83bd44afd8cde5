import { Enums, StackViewport } from "@cornerstonejs/core";

/**
 * Stands in the bundle for the library's table of viewport classes (see next.config.ts): stacks are the only kind we
 * open, and the table would bring the code of every other.
 */
export function getViewportClassForInput({ type }: { readonly type: string }): typeof StackViewport {
  if (!isRegisteredViewportType(type)) throw new Error(`The viewer has no viewport of type ${type}`);
  return StackViewport;
}

export function isRegisteredViewportType(type: string): boolean {
  return type === Enums.ViewportType.STACK;
}

/** Asked for by the library's list of exports, called by nobody. */
export function registerViewportType({ type }: { readonly type: string }): never {
  throw new Error(`The viewer takes no viewport of type ${type}`);
}
