import { expect, it } from "vitest";
import { actionName } from "@/components/controls/bindings";
import { mouseLines } from "@/components/controls/mouse-words";
import { profiles } from "@/components/controls/profiles";
import { type KeyBinding, keyCaps } from "@/components/ui/keys";
import { viewportKeys } from "@/components/viewer/keymap";
import { worklistKeys } from "@/components/worklist/keymap";
import { reviewKeys } from "./keymap";

type Line = Pick<KeyBinding, "keys" | "label">;

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
function columns(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const written = rows.map((row) => `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`);
  const line = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [written[0], line, ...written.slice(1)].join("\n");
}

function table(lines: readonly Line[]): string {
  const keyCell = (keys: readonly string[]) => (keys.length === 0 ? "no key" : keys.map(shownKey).join(", "));
  return columns([["key", "does"], ...lines.map(({ keys, label }) => [cell(keyCell(keys)), cell(label)])]);
}

const [usual, ...others] = profiles;
if (!usual) throw new Error("there is no profile");
const everyLine: readonly KeyBinding[] = [...reviewKeys, ...viewportKeys];
const labelOf = (name: string) => everyLine.find((line) => actionName(line) === name)?.label ?? "";
const profileLines = others
  .map(({ label, about, keys, mouse }) => {
    const ownKeys = Object.entries(keys).map(([name, own]) => ({ keys: own, label: labelOf(name) }));
    const mine = mouseLines(mouse).filter(
      ({ id, does }) => !mouseLines(usual.mouse).some((line) => line.id === id && line.does === does),
    );
    const rows = [
      ...ownKeys.map((line) => [cell(line.keys.map(shownKey).join(", ")), cell(line.label)]),
      ...mine.map((line) => [line.label, line.does]),
    ];
    return `**${label}.** ${about}\n\n${columns([["key or gesture", "does"], ...rows])}`;
  })
  .join("\n\n");

function tables(bindings: readonly KeyBinding[], level: string): string {
  const groups = [...new Set(bindings.map(({ group }) => group))];
  return groups
    .map((group) => `${level} ${group}\n\n${table(bindings.filter((line) => line.group === group))}`)
    .join("\n\n");
}

const page = `# Keyboard

This page is written from the keymaps of the code; \`npx vitest run components/review/keyboard-page.test.ts --project unit -u\`
writes it again, and the tests fail while it differs. In the app \`?\` shows the keymap of
the screen.

These are the keys as they come. Everybody can change every key and button of the mouse, and start from another profile,
under _Change keys and mouse_ in the own menu (\`/settings/keyboard\`); the account keeps it. Where a key has two meanings, what
has the focus decides: in a viewport first Viewport, then Image, then Review; elsewhere Review before Image.

Single keys rest while a text field has the focus; \`Esc\` leaves the field. They can be switched off in the \`?\` sheet and in
the settings; \`?\` itself always opens the sheet. A key held down never decides twice. Every decision can be undone until
the case is submitted, after a reload too. \`Ctrl\` is also Command.

## Reading a case

${tables(reviewKeys, "###")}

${tables(viewportKeys, "###")}

Digits rate the focused text from 1 to 5. After \`R\` they mark reasons instead, from 1 to 8. \`H\` held down shows the
picture bare until it is let go.

### Mouse and touch in a viewport

${columns([["gesture", "does"], ...mouseLines(usual.mouse).map(({ label, does }) => [label, does])])}

Window: across is width, up and down is level. Regions can be taken hold of under every tool. With window, pan, zoom or
scroll in hand, a double click makes one viewport large and brings the layout back.

One finger does what the left button does, two fingers pan and zoom, a long press and drag is the window, a double tap
makes one viewport large. What one finger had begun is taken back when it becomes one of these.

### Profiles

${profileLines}

## Worklist

${tables(worklistKeys, "###")}
`;

it("the page of the keyboard says what the keymaps say", async () => {
  await expect(page).toMatchFileSnapshot("../../docs/keyboard.md");
});
