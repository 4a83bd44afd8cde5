const browserActions: readonly (readonly [RegExp, string])[] = [
  [/^Escape$/, "Esc always goes one level up."],
  [/^(Shift\+)?Tab$/, "Tab moves the focus."],
  [/^Ctrl\+(Shift\+)?[tnwq]$/, "The browser opens and closes tabs and windows with it."],
  [/^Ctrl\+(Shift\+)?(Tab|PageUp|PageDown)$/, "The browser changes the tab with it."],
  [/^(Ctrl|Alt)\+[0-9]$/, "The browser changes the tab with it."],
  [/^(Ctrl\+(Shift\+)?r|(Ctrl\+|Shift\+)?F5)$/, "The browser loads the page again with it."],
  [/^Ctrl\+(Shift\+)?[acvxyz]$/, "It belongs to the clipboard and to undoing in text fields."],
  [/^Ctrl\+(Shift\+)?[bdefghijklmopsu]$/, "Browsers use it for search, print, bookmarks or their tools."],
  [/^Ctrl\+[-+=]$/, "The browser makes the page larger or smaller with it."],
  [/^Alt\+(Shift\+)?(ArrowLeft|ArrowRight|Home|F4|[def])$/, "The browser or the system uses it."],
  [/^(Ctrl\+|Shift\+)?F(1|3|7|10|11|12)$/, "The browser or the system uses it."],
  [
    /^(Ctrl\+)?(Alt\+)?(Shift\+)?(Dead|Process|Unidentified|ContextMenu|PrintScreen)$/,
    "Browsers do not report it reliably.",
  ],
];

/** Chords that browsers let a page take, and that this app always had: they may be moved about. */
const ours = ["Ctrl+z", "Ctrl+s", "Ctrl+k"];

/** Why a key cannot be chosen, in a sentence; null where it can. Names as keymaps write them. */
export function reservedReason(name: string): string | null {
  if (ours.includes(name)) return null;
  return browserActions.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
