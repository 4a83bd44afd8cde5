"use client";
import { Plus, RotateCcw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { KeyCaps } from "@/components/ui/key-caps";
import { type KeyBinding, keyCaps } from "@/components/ui/keys";
import type { Controls } from "@/lib/auth/schema";
import { allBindings } from "./all-bindings";
import { actionName } from "./bindings";
import { checkKey, giveKey, type KeyCheck, swapKeys, withKeys } from "./conflicts";
import { KeyCapture } from "./key-capture";

/** Which key of the action is being changed; `old` null = one more. */
interface Asking {
  readonly old: string | null;
  readonly key: string | null;
  readonly check: KeyCheck;
}

const spoken = (key: string) => keyCaps(key).join(" + ");
const nothingYet: KeyCheck = { kind: "free" };
const mostKeys = 4;

/** One action and its keys: a key is clicked, then the new one is pressed. */
export function KeyRow({
  binding,
  all,
  controls,
  onChange,
}: {
  readonly binding: KeyBinding;
  readonly all: readonly KeyBinding[];
  readonly controls: Controls;
  readonly onChange: (next: Controls) => void;
}) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const name = actionName(binding);
  const own = controls.keys[name] !== undefined;
  const row = useRef<HTMLLIElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    const left = wasAsking.current && asking === null && document.activeElement === document.body;
    wasAsking.current = asking !== null;
    if (left) row.current?.querySelector("button")?.focus();
  }, [asking]);
  const ask = (old: string | null) => setAsking({ old, key: null, check: nothingYet });
  const apply = (next: Controls) => {
    setAsking(null);
    onChange(next);
  };
  const pressed = (key: string) => {
    if (!asking) return;
    const check = checkKey(all, binding, key);
    if (check.kind === "free") apply(giveKey(controls, allBindings, binding, asking.old, key));
    else if (check.kind === "same") setAsking(null);
    else setAsking({ ...asking, key, check });
  };
  return (
    <li ref={row} data-action={name} className="border-b border-ln1 py-1">
      <div className="flex min-h-8 items-center gap-2">
        <span className="flex-1 text-fg2">{binding.label}</span>
        {asking?.old === null ? null : binding.keys.length === 0 && !asking ? (
          <span className="text-12 text-fg3">no key</span>
        ) : null}
        {binding.keys.map((key) =>
          asking?.old === key ? (
            <KeyCapture key={key} label={binding.label} onKey={pressed} onStop={() => setAsking(null)} />
          ) : (
            <Button
              key={key}
              size="sm"
              aria-label={`${binding.label}: ${spoken(key)}`}
              disabledReason={binding.fixed ? "Esc always goes one level up." : null}
              onClick={() => ask(key)}
            >
              <KeyCaps name={key} className="text-fg1" />
            </Button>
          ),
        )}
        {asking?.old === null ? (
          <KeyCapture label={binding.label} onKey={pressed} onStop={() => setAsking(null)} />
        ) : binding.fixed || binding.keys.length >= mostKeys ? null : (
          <IconButton
            size="sm"
            label={`Add a key: ${binding.label}`}
            icon={<Plus size={14} />}
            onClick={() => ask(null)}
          />
        )}
        {asking !== null && asking.old !== null ? (
          <Button
            size="sm"
            variant="quiet"
            onClick={() =>
              apply(
                withKeys(
                  controls,
                  allBindings,
                  binding,
                  binding.keys.filter((key) => key !== asking.old),
                ),
              )
            }
          >
            No key
          </Button>
        ) : null}
        <span className="w-6">
          {own ? (
            <IconButton
              size="sm"
              label={`Reset: ${binding.label}`}
              icon={<RotateCcw size={14} />}
              onClick={() => {
                const { [name]: _, ...others } = controls.keys;
                apply({ ...controls, keys: others });
              }}
            />
          ) : null}
        </span>
      </div>
      {asking?.key ? (
        <Answer
          binding={binding}
          pressedKey={asking.key}
          check={asking.check}
          onCancel={() => setAsking(null)}
          onSwap={(by, key) => apply(swapKeys(controls, allBindings, binding, asking.old, { by, key }))}
          onTake={(by, key) => apply(swapKeys(controls, allBindings, binding, null, { by, key }))}
          onBoth={(key) => apply(giveKey(controls, allBindings, binding, asking.old, key))}
          swaps={asking.old !== null}
        />
      ) : null}
    </li>
  );
}

/** Why a key is not simply taken, and what can be done. */
function Answer({
  binding,
  pressedKey: key,
  check,
  swaps,
  onSwap,
  onTake,
  onBoth,
  onCancel,
}: {
  readonly binding: KeyBinding;
  readonly pressedKey: string;
  readonly check: KeyCheck;
  readonly swaps: boolean;
  readonly onSwap: (by: KeyBinding, key: string) => void;
  readonly onTake: (by: KeyBinding, key: string) => void;
  readonly onBoth: (key: string) => void;
  readonly onCancel: () => void;
}) {
  if (check.kind === "reserved")
    return (
      <p role="alert" className="pb-1 text-12 text-wa">
        {spoken(key)} cannot be chosen. {check.why} Press another key.
      </p>
    );
  if (check.kind !== "taken") return null;
  const { by, shares } = check;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 pb-1 text-12 text-wa">
      <span className="mr-auto">
        {spoken(key)} is “{by.label}” ({by.group}).
        {shares ? " They can share it: what has the focus decides." : ""}
      </span>
      {shares ? (
        <Button size="sm" onClick={() => onBoth(key)}>
          Share
        </Button>
      ) : null}
      {swaps ? (
        <Button size="sm" onClick={() => onSwap(by, key)}>
          Swap keys
        </Button>
      ) : (
        <Button size="sm" onClick={() => onTake(by, key)}>
          Take it from “{by.label}”
        </Button>
      )}
      <Button size="sm" variant="quiet" aria-label={`Cancel: ${binding.label}`} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
