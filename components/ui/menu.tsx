"use client";
import { Check } from "lucide-react";
import { Fragment, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "./cx";
import { KeyCaps } from "./key-caps";
import { moveRovingFocus } from "./roving";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Key name as keymaps write it. */
  readonly keys?: string | undefined;
  readonly checked?: boolean;
  readonly danger?: boolean;
  /** A quiet line above the item that names the group it begins. */
  readonly group?: string;
  /** Why it cannot be chosen now. */
  readonly disabledReason?: string | null;
  readonly onSelect: () => void;
}

export interface MenuTriggerProps {
  readonly "aria-haspopup": "menu";
  readonly "aria-expanded": boolean;
  readonly "aria-controls": string;
  readonly onClick: () => void;
}

/** A menu button. Opens under its trigger, aligned to the given edge; Esc and a click elsewhere close it. */
export function Menu({
  label,
  items,
  align = "start",
  width = 200,
  heading,
  trigger,
}: {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: "start" | "end";
  readonly width?: number;
  readonly heading?: ReactNode;
  readonly trigger: (props: MenuTriggerProps) => ReactNode;
}) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  function toggle() {
    const box = anchor.current?.firstElementChild?.getBoundingClientRect();
    const menu = popup.current;
    if (!menu || !box) return;
    menu.togglePopover();
    const wanted = align === "start" ? box.left : box.right - width;
    menu.style.left = `${Math.max(4, Math.min(wanted, window.innerWidth - width - 4))}px`;
    menu.style.top = `${box.bottom + 4}px`;
    menu.querySelector<HTMLElement>("[data-roving]")?.focus();
  }
  function close() {
    popup.current?.hidePopover();
    anchor.current?.querySelector("button")?.focus();
  }

  return (
    <>
      <span ref={anchor} className="contents">
        {trigger({ "aria-haspopup": "menu", "aria-expanded": open, "aria-controls": id, onClick: toggle })}
      </span>
      <div
        ref={popup}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === "open")}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Escape" || event.key === "Tab") {
            event.preventDefault();
            close();
          } else moveRovingFocus(event, "vertical");
        }}
        style={{ width }}
        className="fixed inset-auto m-0 rounded-card border-0 bg-(--raised) p-1 text-12 text-fg2 shadow-e2"
      >
        {heading}
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.group ? (
              <p role="presentation" className="px-2 pt-2 pb-1 text-11 text-fg3">
                {item.group}
              </p>
            ) : null}
            <button
              type="button"
              {...(item.checked === undefined
                ? { role: "menuitem" }
                : { role: "menuitemradio", "aria-checked": item.checked })}
              tabIndex={-1}
              data-roving=""
              aria-disabled={item.disabledReason ? true : undefined}
              title={item.disabledReason ?? undefined}
              onClick={() => {
                if (item.disabledReason) return;
                close();
                item.onSelect();
              }}
              className={cx(
                "flex h-7 w-full items-center gap-2 rounded-chip px-2 text-left focus:bg-bg4",
                item.disabledReason ? "text-fg3" : "hover:bg-bg4 hover:text-fg1 focus:text-fg1",
                item.danger && "text-er",
              )}
            >
              {item.icon}
              <span className="min-w-0 flex-1 truncate">{item.label}</span>
              {item.checked ? <Check size={14} aria-hidden="true" /> : null}
              {item.keys ? <KeyCaps name={item.keys} /> : null}
            </button>
          </Fragment>
        ))}
      </div>
    </>
  );
}
