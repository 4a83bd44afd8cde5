import { useEffect } from "react";
import { useStore } from "zustand";
import type { InstanceMetadata, StackView } from "@/lib/cases/types";
import type { ViewerStore } from "./store";
import { visibleCells } from "./store-rules";

const usualRate = 15;

/** Frames per second of a clip: the reader's, else as recorded. */
export function clipRate(
  stack: StackView,
  instances: Readonly<Record<string, InstanceMetadata>>,
  chosen: number | null,
): number {
  const frameTime = instances[stack.frames[0]?.instanceId ?? ""]?.frameTime ?? null;
  const recorded = frameTime !== null && frameTime > 0 ? 1000 / frameTime : usualRate;
  return Math.min(60, Math.max(1, chosen ?? recorded));
}

/** Plays the stack that the store says is playing, over time where it has one, round and round. */
export function useCine(store: ViewerStore, instances: Readonly<Record<string, InstanceMetadata>>): void {
  const playing = useStore(store, (state) => state.playing);
  const chosen = useStore(store, (state) => state.rate);
  useEffect(() => {
    const stack = store.getState().stacks.find((candidate) => candidate.id === playing);
    if (!stack) return;
    const timer = setInterval(
      () => {
        const { places, goTo, readiness, cells, layout, activeCell, backwards } = store.getState();
        const waits = visibleCells(layout, activeCell).some(
          (cell) => cells[cell] === stack.id && readiness[cell].kind === "loading",
        );
        if (waits) return;
        const place = places[stack.id] ?? { position: 0, time: 0 };
        const after = (at: number, count: number) => (at + (backwards ? count - 1 : 1)) % count;
        if (stack.times > 1) goTo(stack.id, place.position, after(place.time, stack.times));
        else goTo(stack.id, after(place.position, stack.positions), place.time);
      },
      1000 / clipRate(stack, instances, chosen),
    );
    return () => clearInterval(timer);
  }, [store, playing, chosen, instances]);
}
