import type { KeyBinding } from "@/components/ui/keys";
import type { Controls } from "@/lib/auth/schema";
import { actionName, liveBindings, sameReach, sameScreen } from "./bindings";
import { reservedReason } from "./reserved";

/** What a key someone pressed would do to an action. */
export type KeyCheck =
  | { readonly kind: "free" }
  | { readonly kind: "same" }
  | { readonly kind: "reserved"; readonly why: string }
  /** `shares`: the two may both keep it, since what has the focus decides. */
  | { readonly kind: "taken"; readonly by: KeyBinding; readonly shares: boolean };

/** Looks whether an action may have a key. `all` is every binding as the person has it. */
export function checkKey(all: readonly KeyBinding[], action: KeyBinding, key: string): KeyCheck {
  if (action.keys.includes(key)) return { kind: "same" };
  const why = reservedReason(key);
  if (why !== null) return { kind: "reserved", why };
  const others = all.filter(
    (other) =>
      actionName(other) !== actionName(action) &&
      other.keys.includes(key) &&
      sameScreen(other.group, action.group),
  );
  const by = others.find((other) => sameReach(other.group, action.group)) ?? others[0];
  if (!by) return { kind: "free" };
  return { kind: "taken", by, shares: !sameReach(by.group, action.group) };
}

/** The settings with the keys of one action replaced. What equals the profile's own keys is not kept. */
export function withKeys(
  controls: Controls,
  defaults: readonly KeyBinding[],
  action: KeyBinding,
  keys: readonly string[],
): Controls {
  const name = actionName(action);
  const { [name]: _, ...others } = controls.keys;
  const without = { ...controls, keys: others };
  const usual = defaults.find((one) => actionName(one) === name);
  const [back] = usual ? liveBindings([usual], without) : [];
  if (back && back.keys.join(" ") === keys.join(" ")) return without;
  return { ...controls, keys: { ...others, [name]: [...keys] } };
}

/** Gives `key` to `action` in place of `old` (null = beside its others). */
export function giveKey(
  controls: Controls,
  defaults: readonly KeyBinding[],
  action: KeyBinding,
  old: string | null,
  key: string,
): Controls {
  const keys = old === null ? [...action.keys, key] : action.keys.map((one) => (one === old ? key : one));
  return withKeys(controls, defaults, action, keys);
}

/**
 * Two actions change keys: `action` gets the key, and the one that had it gets the old key, unless there is none or it
 * has another meaning there; then it only loses the key.
 */
export function swapKeys(
  controls: Controls,
  defaults: readonly KeyBinding[],
  action: KeyBinding,
  old: string | null,
  { by, key }: { readonly by: KeyBinding; readonly key: string },
): Controls {
  const given = giveKey(controls, defaults, action, old, key);
  const kept = by.keys.filter((one) => one !== key);
  const all = liveBindings(defaults, given);
  const other = { ...by, keys: kept };
  const fits = old !== null && checkKey(all, other, old).kind === "free";
  return withKeys(given, defaults, by, fits ? by.keys.map((one) => (one === key ? old : one)) : kept);
}

/** Actions of one reach that have the same key: none, unless something went wrong. */
export function clashes(all: readonly KeyBinding[]): readonly (readonly [KeyBinding, KeyBinding])[] {
  return all.flatMap((one, at) =>
    all.slice(at + 1).flatMap((other) => {
      const twice =
        actionName(one) !== actionName(other) &&
        sameReach(one.group, other.group) &&
        one.keys.some((key) => other.keys.includes(key));
      return twice && !(one.fixed && other.fixed) ? [[one, other] as const] : [];
    }),
  );
}
