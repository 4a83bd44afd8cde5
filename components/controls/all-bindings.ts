import { reviewKeys } from "@/components/review/keymap";
import type { KeyBinding } from "@/components/ui/keys";
import { viewportKeys } from "@/components/viewer/keymap";
import { worklistKeys } from "@/components/worklist/keymap";
import { actionName } from "./bindings";

/** Every binding of the app once, as it is before anybody changes it. */
export const allBindings: readonly KeyBinding[] = [...reviewKeys, ...viewportKeys, ...worklistKeys].filter(
  (binding, at, all) => all.findIndex((other) => actionName(other) === actionName(binding)) === at,
);

export interface Scope {
  readonly group: string;
  readonly about: string;
}

/** The scopes in the order of the settings screen, and when each listens. */
export const scopes: readonly Scope[] = [
  { group: "Review", about: "While a case is read. Rests while text is typed." },
  { group: "Image", about: "While a case is read. In a viewport it comes before Review." },
  { group: "Viewport", about: "Only while a viewport has the focus. It comes before Image and Review." },
  { group: "Worklist", about: "On the list of cases." },
  { group: "Everywhere", about: "On every screen." },
];
