/** One line of a keymap: what a key does, in words for the sheet and for the machine. */
export interface KeyBinding<Id extends string = string> {
  readonly id: Id;
  /** Names such as "j", "Shift+ArrowUp", "Ctrl+Enter", "?". Ctrl is also Command. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: string;
  /** Works while a text field has the focus. Only keys that type nothing may. */
  readonly inText?: boolean;
  /** A key held down counts again and again. Never set for a decision. */
  readonly repeats?: boolean;
  /** Keeps its key whatever a person prefers: other things rely on it. */
  readonly fixed?: boolean;
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
}

/** What has the focus, as far as keys care: words are typed, arrows move inside, Enter presses, or nothing special. */
export type KeyFocus = "text" | "arrows" | "button" | "none";

const letter = /^[a-z]$/i;

/** The name of a key press as a keymap writes it. Shift counts for letters and named keys, not for symbols. */
export function keyName(press: KeyPress): string {
  const key = letter.test(press.key) ? press.key.toLowerCase() : press.key === " " ? "Space" : press.key;
  const shift = press.shiftKey && (letter.test(press.key) || press.key.length > 1);
  const ctrl = press.ctrlKey || press.metaKey;
  return `${ctrl ? "Ctrl+" : ""}${press.altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${key}`;
}

/** One character without Ctrl or Alt: the kind WCAG 2.1.4 wants to be switched off. */
export function isSingleKey(name: string): boolean {
  return name.replace("Shift+", "").length === 1;
}

/** Keys that type nothing and move no caret, so they may work while a text field has the focus. */
const typesNothing = (name: string): boolean =>
  /^(Ctrl|Alt)\+/.test(name) || /^(Shift\+)?F\d+$/.test(name) || name === "Escape";

/**
 * The binding that a key press means, or null. The first of the table wins, so narrower scopes come first.
 * @param singleKeys false = the reader switched single keys off
 */
export function bindingFor<B extends KeyBinding>(
  press: KeyPress,
  focus: KeyFocus,
  bindings: readonly B[],
  singleKeys = true,
): B | null {
  if (press.isComposing) return null;
  const name = keyName(press);
  if (isSingleKey(name) && !singleKeys && name !== "?") return null;
  if (focus === "arrows" && /^(Arrow|Home|End)/.test(name)) return null;
  if (focus !== "none" && (name === "Enter" || name === "Space")) return null;
  const binding = bindings.find((candidate) => candidate.keys.includes(name));
  if (!binding) return null;
  if (focus === "text" && !(binding.inText && typesNothing(name))) return null;
  if (press.repeat && !binding.repeats) return null;
  return binding;
}

const typing =
  "textarea, select, [contenteditable='true'], input:not([type=radio], [type=checkbox], [type=button])";
const arrowWidgets =
  "[role=menu], [role=tablist], [role=toolbar], [role=grid], [role=listbox], [role=slider], input[type=radio]";

/** What kind of focus an element has. */
export function focusKind(element: Element | null): KeyFocus {
  if (!element) return "none";
  if (element.matches(typing)) return "text";
  if (element.closest(arrowWidgets)) return "arrows";
  return element.closest("button, a[href], summary, input, label") ? "button" : "none";
}

const shown: Readonly<Record<string, string>> = { Escape: "Esc", Delete: "Del" };

/** The parts of a key name as key caps show them: "Shift+ArrowUp" is "Shift" and "ArrowUp". */
export function keyCaps(name: string): readonly string[] {
  return name.split(/\+(?=.)/).map((part) => shown[part] ?? (letter.test(part) ? part.toUpperCase() : part));
}

/** A key name as `aria-keyshortcuts` wants it: "Ctrl+k" is "Control+K" (WAI-ARIA 1.2). */
export function ariaKeys(name: string): string {
  return name
    .split(/\+(?=.)/)
    .map((part) =>
      part === "Ctrl" ? "Control" : part === "+" ? "Plus" : letter.test(part) ? part.toUpperCase() : part,
    )
    .join("+");
}

/** The first key of a binding that works now; undefined where none does. */
export function workingKey(keys: readonly string[], singleKeys: boolean): string | undefined {
  return keys.find((name) => singleKeys || !isSingleKey(name) || name === "?");
}
