import type { KeyBinding } from "@/components/ui/keys";
import {
  type DragAction,
  type DragGesture,
  type DragKind,
  dragActions,
  dragGestures,
  dragKinds,
  type MouseMap,
  wheelGestures,
} from "@/components/viewer/mouse";
import type { Controls } from "@/lib/auth/schema";
import { profileOf } from "./profiles";

/** The name under which a person's key for a binding is kept: "review.accept". */
export const actionName = ({ group, id }: Pick<KeyBinding, "group" | "id">): string =>
  `${group.toLowerCase()}.${id}`;

/** Who gave a binding its keys: the keymap, the profile or the person. A later one wins. */
type Giver = 0 | 1 | 2;

function keysOf(binding: KeyBinding, controls: Controls): readonly [readonly string[], Giver] {
  const name = actionName(binding);
  const own = binding.fixed ? undefined : controls.keys[name];
  if (own) return [own, 2];
  const ofProfile = binding.fixed ? undefined : profileOf(controls).keys[name];
  return ofProfile ? [ofProfile, 1] : [binding.keys, 0];
}

/**
 * A keymap as this person has it. A key that was chosen is taken away from bindings of the same reach that have it by
 * default, so that one press never means two things.
 */
export function liveBindings<B extends KeyBinding>(defaults: readonly B[], controls: Controls): readonly B[] {
  const all = defaults.map((binding) => ({ binding, given: keysOf(binding, controls) }));
  return all.map(({ binding, given: [keys, giver] }) => {
    const taken = all
      .filter((other) => other.given[1] > giver && sameReach(other.binding.group, binding.group))
      .flatMap((other) => other.given[0]);
    return { ...binding, keys: binding.fixed ? keys : keys.filter((key) => !taken.includes(key)) };
  });
}

const everywhere = "Everywhere";

const viewport = "Viewport";

/**
 * Whether two groups listen with equal right, so that a key can have one meaning only. Else what has the focus decides:
 * in a viewport Viewport comes before Image and Image before Review; elsewhere Review comes first.
 */
export const sameReach = (one: string, other: string): boolean =>
  one === other || (one === everywhere && other !== viewport) || (other === everywhere && one !== viewport);

/** Whether two groups listen on the same screen at all. */
export const sameScreen = (one: string, other: string): boolean =>
  sameReach(one, other) || (one !== "Worklist" && other !== "Worklist");

const known = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((one) => one === value);

/** The mouse as this person has it; names that are not known are passed over. */
export function liveMouse(controls: Controls): MouseMap {
  const usual = profileOf(controls).mouse;
  const { mouse } = controls;
  return {
    start: known<DragKind>(dragKinds, mouse.start) ?? usual.start,
    drags: Object.fromEntries(
      dragGestures.map((gesture): [DragGesture, DragAction] => [
        gesture,
        known<DragAction>(dragActions, mouse[gesture]) ?? usual.drags[gesture],
      ]),
    ) as Record<DragGesture, DragAction>,
    wheels: Object.fromEntries(
      wheelGestures.map((gesture) => [
        gesture,
        known<DragKind>(dragKinds, mouse[gesture]) ?? usual.wheels[gesture],
      ]),
    ) as MouseMap["wheels"],
  };
}
