"use client";
import { Search } from "lucide-react";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { KeyCaps } from "@/components/ui/key-caps";
import { moveRovingFocus } from "@/components/ui/roving";
import { type ReviewKey, reviewKeys } from "../keymap";

/** Everything a key can do, to be found by words. */
export function CommandList({
  run,
  onClose,
}: {
  readonly run: (id: ReviewKey) => void;
  readonly onClose: () => void;
}) {
  const [words, setWords] = useState("");
  const found = reviewKeys.filter(
    ({ id, label }) =>
      id !== "digit" && id !== "commands" && label.toLowerCase().includes(words.toLowerCase().trim()),
  );
  const start = (id: ReviewKey) => {
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => run(id), 0);
  };
  return (
    <Dialog title="Commands" place="panel" onClose={onClose}>
      <Field
        label="Find a command"
        hideLabel
        placeholder="Find a command"
        icon={<Search size={14} />}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === "Enter" && first) start(first.id);
        }}
      />
      <div
        role="toolbar"
        aria-label="Commands"
        aria-orientation="vertical"
        className="mt-2"
        onKeyDown={(event) => moveRovingFocus(event, "vertical")}
      >
        {found.map(({ id, label, keys, group }, index) => (
          <button
            key={id}
            type="button"
            data-roving=""
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => start(id)}
            className="flex h-8 w-full items-center gap-2 rounded-chip px-2 text-left text-13 hover:bg-bg3 focus:bg-bg3"
          >
            <span className="flex-1">{label}</span>
            <span className="text-11 text-fg3">{group}</span>
            {keys[0] ? <KeyCaps name={keys[0]} /> : null}
          </button>
        ))}
        {found.length === 0 ? <p className="p-2 text-12 text-fg3">No command has these words.</p> : null}
      </div>
    </Dialog>
  );
}
