import { expect, it } from "vitest";
import { type KeyBinding, keyCaps } from "@/components/ui/keys";
import { handleViewportKey } from "@/components/viewer/keys";
import { createViewerStore } from "@/components/viewer/store";
import { stackOf } from "@/components/viewer/testing/stacks";
import { worklistKeys } from "@/components/worklist/keymap";
import { reviewKeys } from "./keymap";

type Line = Pick<KeyBinding, "keys" | "label" | "group">;

/** Keys that mean something only while a viewport has the focus; they are not part of a keymap. */
const viewportKeys: readonly Line[] = [
  { keys: ["ArrowUp", "ArrowDown"], label: "Previous, next slice; with a region selected: move it 1 pixel" },
  { keys: ["Shift+ArrowUp", "Shift+ArrowDown"], label: "5 slices; with a region selected: 10 pixels" },
  { keys: ["ArrowLeft", "ArrowRight"], label: "Earlier, later phase, or slice; a selected region moves" },
  { keys: ["Shift+ArrowLeft", "Shift+ArrowRight"], label: "The same by 5 slices or 10 pixels" },
  { keys: ["Home", "End"], label: "First, last slice" },
  { keys: ["PageUp", "PageDown"], label: "10 slices" },
  { keys: ["Enter"], label: "Try again where a slice failed" },
  { keys: ["Escape"], label: "Stop the drawing, else let go of the region" },
].map((line) => ({ ...line, group: "Viewport" }));

const cell = (text: string) => text.replaceAll("|", "\\|");
const arrows: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};
const shownKey = (name: string) =>
  keyCaps(name)
    .map((cap) => `\`${arrows[cap] ?? cap}\``)
    .join(" + ");

/** Columns as wide as their widest cell, as the formatter writes them. */
function table(lines: readonly Line[]): string {
  const rows = [
    ["key", "does"],
    ...lines.map(({ keys, label }) => [cell(keys.map(shownKey).join(", ")), cell(label)]),
  ];
  const widths = [0, 1].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const written = rows.map((row) => `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`);
  const line = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [written[0], line, ...written.slice(1)].join("\n");
}

function tables(bindings: readonly KeyBinding[], level: string): string {
  const listed = bindings.filter((binding) => !binding.unlisted);
  const groups = [...new Set(listed.map(({ group }) => group))];
  return groups
    .map((group) => `${level} ${group}\n\n${table(listed.filter((line) => line.group === group))}`)
    .join("\n\n");
}

const page = `# Keyboard

This page is written from the keymaps of the code; \`npx vitest run components/review/keyboard-page.test.ts --project unit -u\`
writes it again, and the tests fail while it differs. In the app \`?\` shows the keymap of
the screen.

Single keys rest while a text field has the focus; \`Esc\` leaves the field. They can be switched off for a device in the
\`?\` sheet, which itself always opens. A key held down never decides twice. Every decision can be undone until
the case is submitted, after a reload too. \`Ctrl\` is also Command.

## Reading a case

${tables(reviewKeys, "###")}

### Viewport, while it has the focus

${table(viewportKeys)}

Digits rate the focused text from 1 to 5. After \`R\` they mark reasons instead, from 1 to 8. \`H\` held down shows the
picture bare until it is let go.

### Mouse in a viewport

The left button is the chosen tool, the middle one pans, the right one zooms, the wheel goes through the slices. Regions
can be taken hold of under every tool. With window, pan, zoom or scroll chosen, a double click makes one viewport large
and brings the layout back.

## Worklist

${tables(worklistKeys, "###")}
`;

it("the page of the keyboard says what the keymaps say", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/keyboard.md");
});

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const named = [
  ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"],
  ...["Enter", "Escape", "Delete", "Backspace", "Insert", "Tab", " ", ..."0123456789", ..."+-*/.,[]?"],
];
const everyPress = [
  ...[...letters, ...named].map((key) => ({ name: key, key, shiftKey: false })),
  ...letters.map((key) => ({ name: `Shift+${key.toUpperCase()}`, key: key.toUpperCase(), shiftKey: true })),
  ...named.slice(0, 4).map((key) => ({ name: `Shift+${key}`, key, shiftKey: true })),
];

it("the viewport takes the keys that the page gives it, and no others", () => {
  const store = createViewerStore({ stacks: [stackOf("a", 28)] });
  const taken = everyPress.filter(({ key, shiftKey }) => {
    store.getState().setReadiness(0, { kind: "failed", slice: 1 });
    store.getState().selectRegion("region");
    return handleViewportKey({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false }, store, 0);
  });
  expect(taken.map(({ name }) => name).sort()).toEqual(viewportKeys.flatMap(({ keys }) => keys).sort());
});
