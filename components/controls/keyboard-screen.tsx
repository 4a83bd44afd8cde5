"use client";
import { Search, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { keyCaps } from "@/components/ui/keys";
import { type Controls, defaultControls } from "@/lib/auth/schema";
import { allBindings, scopes } from "./all-bindings";
import { useBindings, useControls } from "./controls-context";
import { KeyGroup } from "./key-group";
import { MouseTable } from "./mouse-table";
import { ProfileChoice } from "./profile-choice";

const saveWords = {
  nothing: "",
  saving: "Saving",
  saved: "Saved",
  failed: "Not saved: the server did not answer.",
} as const;

/** Every key and every button of the mouse, to be changed by whoever is signed in. */
export function KeyboardScreen() {
  const { controls, save, change } = useControls();
  const [words, setWords] = useState("");
  const [before, setBefore] = useState<Controls | null>(null);
  const bindings = useBindings(allBindings);
  const set = (next: Controls) => {
    setBefore(controls);
    change(next);
  };
  const wanted = words.trim().toLowerCase();
  const found = bindings.filter(
    ({ label, keys }) =>
      label.toLowerCase().includes(wanted) ||
      keys.some((key) => keyCaps(key).join("+").toLowerCase() === wanted),
  );
  const untouched =
    controls.profile === defaultControls.profile &&
    controls.singleKeys &&
    Object.keys(controls.keys).length + Object.keys(controls.mouse).length === 0;
  return (
    <div className="mx-auto max-w-240 px-6 pt-6 pb-12">
      <header className="flex min-h-8 items-center gap-3">
        <h1 className="text-20 font-semi">Keyboard and mouse</h1>
        <output aria-live="polite" className={save === "failed" ? "text-12 text-er" : "text-12 text-fg3"}>
          {saveWords[save]}
        </output>
        {save === "failed" ? (
          <Button size="sm" onClick={() => change(controls)}>
            Try again
          </Button>
        ) : null}
        <span className="flex-1" />
        <Button
          icon={<Undo2 size={14} />}
          disabledReason={before === null ? "Nothing was changed here yet." : null}
          onClick={() => {
            if (before) change(before);
            setBefore(null);
          }}
        >
          Undo change
        </Button>
        <Button
          disabledReason={untouched ? "Everything is as it comes." : null}
          onClick={() => set(defaultControls)}
        >
          Reset all
        </Button>
      </header>
      <p className="mt-1 text-fg3">
        Kept with your account. It works at once, here and on every device you sign in on.
      </p>
      <ProfileChoice controls={controls} onChange={set} />
      <MouseTable controls={controls} onChange={set} />
      <section aria-labelledby="keys-title" className="mt-8">
        <div className="flex items-center gap-4">
          <h2 id="keys-title" className="text-16 font-semi">
            Keys
          </h2>
          <Field
            label="Find an action or a key"
            hideLabel
            size="sm"
            className="w-72"
            placeholder="Find an action or a key"
            icon={<Search size={14} aria-hidden="true" />}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <span className="flex-1" />
          <Checkbox
            label="Shortcuts of a single key"
            checked={controls.singleKeys}
            onChange={(singleKeys) => set({ ...controls, singleKeys })}
          />
        </div>
        {controls.singleKeys ? null : (
          <p className="mt-2 text-12 text-fg3">
            Keys of one character do nothing now. Keys with Ctrl or Alt, arrows and ? go on working.
          </p>
        )}
        {scopes.map((scope) => (
          <KeyGroup
            key={scope.group}
            scope={scope}
            shown={found.filter(({ group }) => group === scope.group)}
            all={bindings}
            controls={controls}
            onChange={set}
          />
        ))}
        {found.length === 0 ? (
          <p className="mt-4 text-fg3">No action or key has these words. Clear the field to see all.</p>
        ) : null}
      </section>
    </div>
  );
}
