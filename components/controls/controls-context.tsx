"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type KeyBinding, workingKey } from "@/components/ui/keys";
import type { MouseMap } from "@/components/viewer/mouse";
import { type Controls, controlsSchema, defaultControls } from "@/lib/auth/schema";
import { liveBindings, liveMouse } from "./bindings";

export type SaveState = "nothing" | "saving" | "saved" | "failed";

interface ControlsValue {
  readonly controls: Controls;
  readonly save: SaveState;
  /** Takes effect at once; the server is told, and so are other tabs. */
  readonly change: (next: Controls) => void;
}

const ControlsContext = createContext<ControlsValue>({
  controls: defaultControls,
  save: "nothing",
  change: () => undefined,
});

const channelName = "rr-controls";

/** Keys and mouse of the person who is signed in, for all screens below. */
export function ControlsProvider({
  initial,
  store,
  children,
}: {
  readonly initial: Controls;
  readonly store: (settings: { controls: Controls }) => Promise<{ readonly ok: boolean }>;
  readonly children: ReactNode;
}) {
  const [controls, setControls] = useState(initial);
  const [save, setSave] = useState<SaveState>("nothing");
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const parsed = controlsSchema.safeParse(data);
      if (parsed.success) setControls(parsed.data);
    };
    return () => channel.close();
  }, []);
  const change = useCallback(
    (next: Controls) => {
      setControls(next);
      setSave("saving");
      const channel = new BroadcastChannel(channelName);
      channel.postMessage(next);
      channel.close();
      store({ controls: next }).then(
        ({ ok }) => setSave(ok ? "saved" : "failed"),
        () => setSave("failed"),
      );
    },
    [store],
  );
  const value = useMemo(() => ({ controls, save, change }), [controls, save, change]);
  return <ControlsContext.Provider value={value}>{children}</ControlsContext.Provider>;
}

export const useControls = (): ControlsValue => useContext(ControlsContext);

/** A keymap as the person has it. */
export function useBindings<B extends KeyBinding>(defaults: readonly B[]): readonly B[] {
  const { controls } = useControls();
  return useMemo(() => liveBindings(defaults, controls), [defaults, controls]);
}

/** Gives the key that does something now, for a hint; undefined where none does. */
export function useKeyOf<B extends KeyBinding>(defaults: readonly B[]): (id: B["id"]) => string | undefined {
  const { controls } = useControls();
  const bindings = useBindings(defaults);
  return (id) => workingKey(bindings.find((binding) => binding.id === id)?.keys ?? [], controls.singleKeys);
}

/** The mouse as the person has it. */
export function useMouse(): MouseMap {
  const { controls } = useControls();
  return useMemo(() => liveMouse(controls), [controls]);
}
