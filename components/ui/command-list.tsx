"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { KeyCaps } from "./key-caps";
import type { KeyBinding } from "./keys";
import { moveRovingFocus } from "./roving";

/** Everything a key can do, to be found by words; what begins with them comes first. */
export function CommandList<B extends KeyBinding>({
  bindings,
  place,
  run,
  onClose,
}: {
  readonly bindings: readonly B[];
  readonly place: "center" | "panel";
  readonly run: (binding: B) => void;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState("");
  const wanted = words.toLowerCase().trim();
  const rank = ({ label }: B) => (label.toLowerCase().startsWith(wanted) ? 0 : 1);
  const found = bindings
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .sort((one, other) => rank(one) - rank(other));
  const start = (binding: B) => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => run(binding), 0);
  };
  return (
    <Dialog title="Commands" place={place} onClose={onClose}>
      <Field
        label="Find a command"
        hideLabel
        placeholder="Find a command"
        icon={<Search size={14} />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === "Enter" && first) start(first);
        }}
      />
      <div
        role="toolbar"
        aria-label="Commands"
        aria-orientation="vertical"
        className="mt-2"
        onKeyDown={(event) => moveRovingFocus(event, "vertical")}
      >
        {found.map((binding, index) => (
          <button
            key={`${binding.group} ${binding.id}`}
            type="button"
            data-roving=""
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => start(binding)}
            className="flex h-8 w-full items-center gap-2 rounded-chip px-2 text-left text-13 hover:bg-bg3 focus:bg-bg3"
          >
            <span className="min-w-0 flex-1 truncate">{binding.label}</span>
            <span className="text-11 text-fg3">{binding.group}</span>
            {binding.keys[0] ? <KeyCaps name={binding.keys[0]} /> : null}
          </button>
        ))}
        {found.length === 0 ? <p className="p-2 text-12 text-fg3">No command has these words.</p> : null}
      </div>
    </Dialog>
  );
}
