import type { KeyBinding } from "@/components/ui/keys";
import type { Controls } from "@/lib/auth/schema";
import type { Scope } from "./all-bindings";
import { actionName } from "./bindings";
import { KeyRow } from "./key-row";

/** The actions of one scope, each with its keys. */
export function KeyGroup({
  scope,
  shown,
  all,
  controls,
  onChange,
}: {
  readonly scope: Scope;
  readonly shown: readonly KeyBinding[];
  readonly all: readonly KeyBinding[];
  readonly controls: Controls;
  readonly onChange: (next: Controls) => void;
}) {
  if (shown.length === 0) return null;
  return (
    <section aria-label={scope.group} className="mt-5">
      <h3 className="flex items-baseline gap-3 border-b border-ln2 pb-1 font-semi">
        {scope.group}
        <span className="text-12 font-[430] text-fg3">{scope.about}</span>
      </h3>
      <ul>
        {shown.map((binding) => (
          <KeyRow
            key={actionName(binding)}
            binding={binding}
            all={all}
            controls={controls}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  );
}
