"use client";
import Link from "next/link";
import { KeyboardSheet } from "@/components/ui/keyboard-sheet";
import type { KeyBinding } from "@/components/ui/keys";
import { useControls, useMouse } from "./controls-context";
import { mouseLines } from "./mouse-words";

/** The `?` sheet of a screen: this person's keys, and the mouse where there are viewports. */
export function LiveSheet({
  bindings,
  withMouse,
  place,
  onClose,
}: {
  readonly bindings: readonly KeyBinding[];
  readonly withMouse: boolean;
  readonly place: "center" | "panel";
  readonly onClose: () => void;
}) {
  const { controls, change } = useControls();
  const mouse = useMouse();
  return (
    <KeyboardSheet
      bindings={bindings}
      notes={withMouse ? { title: "Mouse in a viewport", lines: mouseLines(mouse) } : undefined}
      place={place}
      singleKeys={controls.singleKeys}
      onSingleKeys={(singleKeys) => change({ ...controls, singleKeys })}
      change={
        <Link href="/settings/keyboard" className="text-12 text-ac-tx underline">
          Change keys and mouse
        </Link>
      }
      onClose={onClose}
    />
  );
}
