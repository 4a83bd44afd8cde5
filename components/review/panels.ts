const focusable =
  "button:not([tabindex='-1']), [tabindex='0'], input:not([tabindex='-1']), a[href], textarea, select";

/** Moves the focus to the first control of the next panel (rail, tools, images, review), round and round. */
export function nextPanel(): boolean {
  const panels = [...document.querySelectorAll<HTMLElement>("[data-panel]")].filter(
    (panel) => panel.offsetParent !== null,
  );
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  for (let step = 1; step <= panels.length; step += 1) {
    const panel = panels[(at + step + panels.length) % panels.length];
    const target = [...(panel?.querySelectorAll<HTMLElement>(focusable) ?? [])].find(
      (control) => control.offsetParent !== null,
    );
    if (!target) continue;
    target.focus();
    return true;
  }
  return false;
}
