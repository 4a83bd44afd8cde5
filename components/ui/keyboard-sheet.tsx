"use client";
import type { ReactNode } from "react";
import { Checkbox } from "./checkbox";
import { Dialog } from "./dialog";
import { KeyCaps } from "./key-caps";
import type { KeyBinding } from "./keys";

export interface SheetNote {
  readonly id: string;
  readonly label: string;
  readonly does: string;
}

/** The `?` sheet, made from the map that is in force, so it can never say anything else than what works. */
export function KeyboardSheet({
  bindings,
  notes,
  place,
  singleKeys,
  onSingleKeys,
  change,
  onClose,
}: {
  readonly bindings: readonly KeyBinding[];
  /** What is no key: a title and its lines. */
  readonly notes?: { readonly title: string; readonly lines: readonly SheetNote[] } | undefined;
  readonly place: "center" | "panel";
  readonly singleKeys: boolean;
  readonly onSingleKeys: (on: boolean) => void;
  /** The way to where keys are changed. */
  readonly change: ReactNode;
  readonly onClose: () => void;
}) {
  const groups = [...new Set(bindings.map((binding) => binding.group))];
  return (
    <Dialog
      title="Keyboard"
      place={place}
      onClose={onClose}
      footer={
        <>
          <Checkbox
            className="mr-auto"
            label="Shortcuts of a single key"
            checked={singleKeys}
            onChange={onSingleKeys}
          />
          {change}
        </>
      }
    >
      <p className="mb-3 text-12 text-fg3">
        Single keys rest while a text field has the focus. Esc leaves the field. Every decision can be undone.
      </p>
      {groups.map((group) => (
        <Section key={group} title={group}>
          {bindings
            .filter((binding) => binding.group === group)
            .map((binding) => (
              <Line key={binding.id} label={binding.label}>
                {binding.keys.length === 0 ? <span className="text-fg3">no key</span> : null}
                {binding.keys.map((name) => (
                  <KeyCaps key={name} name={name} />
                ))}
              </Line>
            ))}
        </Section>
      ))}
      {notes ? (
        <Section title={notes.title}>
          {notes.lines.map(({ id, label, does }) => (
            <Line key={id} label={label}>
              <span className="text-fg2">{does}</span>
            </Line>
          ))}
        </Section>
      ) : null}
    </Dialog>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-11 font-med text-fg3">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-center gap-3 border-b border-ln1 text-12">
      <dt className="flex-1 text-fg2">{label}</dt>
      <dd className="flex gap-2">{children}</dd>
    </div>
  );
}
