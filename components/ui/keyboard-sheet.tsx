"use client";
import { useState } from "react";
import { Checkbox } from "./checkbox";
import { Dialog } from "./dialog";
import { KeyCaps } from "./key-caps";
import type { KeyBinding } from "./keys";
import { setSingleKeys, singleKeysOn } from "./single-keys";

/** The `?` sheet, made from the screen's own keymap, so it can never say anything else than what works. */
export function KeyboardSheet({
  bindings,
  place,
  onClose,
}: {
  readonly bindings: readonly KeyBinding[];
  readonly place: "center" | "panel";
  readonly onClose: () => void;
}) {
  const [single, setSingle] = useState(singleKeysOn());
  const listed = bindings.filter((binding) => !binding.unlisted);
  const groups = [...new Set(listed.map((binding) => binding.group))];
  return (
    <Dialog
      title="Keyboard"
      place={place}
      onClose={onClose}
      footer={
        <Checkbox
          className="mr-auto"
          label="Shortcuts of a single key"
          checked={single}
          onChange={(on) => {
            setSingleKeys(on);
            setSingle(on);
          }}
        />
      }
    >
      <p className="mb-3 text-12 text-fg3">
        Single keys rest while a text field has the focus. Esc leaves the field. Every decision can be undone.
      </p>
      {groups.map((group) => (
        <section key={group} className="mb-4">
          <h3 className="mb-1 text-11 font-med text-fg3">{group}</h3>
          <dl>
            {listed
              .filter((binding) => binding.group === group)
              .map((binding) => (
                <div key={binding.id} className="flex min-h-7 items-center gap-3 border-b border-ln1 text-12">
                  <dt className="flex-1 text-fg2">{binding.label}</dt>
                  <dd className="flex gap-2">
                    {binding.keys.map((name) => (
                      <KeyCaps key={name} name={name} />
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
