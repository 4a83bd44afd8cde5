import { useId } from "react";
import type { Controls } from "@/lib/auth/schema";
import { profiles } from "./profiles";

/** Own keys that a profile may set: choosing one takes them back. */
const imageAction = /^(image|viewport)\./;

/** The settings under another profile: its mouse and image keys, with one's own keys for everything else. */
function withProfile(controls: Controls, profile: string): Controls {
  const kept = Object.entries(controls.keys).filter(([name]) => !imageAction.test(name));
  return { ...controls, profile, keys: Object.fromEntries(kept), mouse: {} };
}

/** Whose keys and mouse to start from. */
export function ProfileChoice({
  controls,
  onChange,
}: {
  readonly controls: Controls;
  readonly onChange: (next: Controls) => void;
}) {
  const name = useId();
  return (
    <fieldset className="mt-6">
      <legend className="mb-2 text-16 font-semi">Profile</legend>
      <div className="grid grid-cols-3 gap-3">
        {profiles.map(({ id, label, about }) => (
          <label
            key={id}
            className="flex cursor-pointer flex-col gap-1 rounded-card border border-ln2 bg-bg1 p-3 hover:border-ln3 has-checked:border-ac has-checked:bg-ac-bg has-focus-visible:outline-2 has-focus-visible:outline-ac"
          >
            <span className="flex items-center gap-2 font-semi">
              <input
                type="radio"
                name={name}
                value={id}
                checked={controls.profile === id}
                onChange={() => onChange(withProfile(controls, id))}
                className="accent-(--ac)"
              />
              {label}
            </span>
            <span className="text-12 text-fg2">{about}</span>
          </label>
        ))}
      </div>
      <p className="mt-2 text-12 text-fg3">
        A profile sets the mouse and the keys of images. Keys you changed for reviewing stay.
      </p>
    </fieldset>
  );
}
