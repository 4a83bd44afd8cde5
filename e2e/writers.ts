import { setTimeout as sleep } from "node:timers/promises";
import { v7 as newId } from "uuid";
import type { ReadingItems } from "@/lib/reading/types";

/** One reader's reading, written to as fast as it is acknowledged. */
export interface Desk {
  readonly readingId: string;
  readonly instanceId: string;
  readonly cookie: string;
}

export interface Log {
  /** Region id -> the label that the server acknowledged last. */
  readonly acknowledged: Map<string, string>;
  /** Every key that was acknowledged, once for each acknowledgement that was not a repeat. */
  readonly keys: Set<string>;
  /** Answers that are neither a save nor a passing fault. */
  readonly strange: string[];
}

/** Writes like the screen does: one request at a time, the same key again until it is acknowledged. */
export function startWriter(origin: string, desk: Desk, log: Log): { readonly stop: () => Promise<void> } {
  let stopped = false;
  const regions = new Map<string, number>();

  async function put(key: string, id: string, label: string): Promise<void> {
    const value = {
      instanceId: desk.instanceId,
      frame: 1,
      kind: "probe",
      points: [[5.5, 6.25]],
      label,
      labelAt: null,
      hidden: false,
      colour: "cyan",
      locked: false,
      renderer: "webgl",
      derivedFrom: null,
    };
    const change = { op: "put", part: "region", id, base: regions.get(id) ?? 0, value };
    const body = JSON.stringify({ key, changes: [change] });
    for (;;) {
      const answer = await fetch(`${origin}/api/readings/${desk.readingId}/changes`, {
        method: "PUT",
        headers: { origin, cookie: desk.cookie, "content-type": "application/json" },
        body,
        signal: AbortSignal.timeout(10_000),
      }).catch(() => null);
      if (answer?.status === 200) {
        const text = await answer.text().catch(() => null);
        if (text !== null) {
          const saved = JSON.parse(text) as { items: { id: string; revision: number }[] };
          regions.set(id, saved.items[0]?.revision ?? -1);
          log.acknowledged.set(id, label);
          log.keys.add(key);
          return;
        }
      } else if (answer && answer.status !== 503) {
        log.strange.push(`${answer.status} ${await answer.text().catch(() => "")}`);
        return;
      }
      await sleep(100);
    }
  }

  async function write(): Promise<void> {
    for (let count = 0; !stopped; count += 1) {
      const known = [...regions.keys()];
      const old = known[Math.floor(Math.random() * known.length)];
      const id = count % 3 === 0 && old ? old : newId();
      await put(newId(), id, `label ${count}`);
      await sleep(20);
    }
  }
  const writing = write();
  return {
    stop: async () => {
      stopped = true;
      await writing;
    },
  };
}

/** What was acknowledged and is not there, or is there with other words. */
export function lostFrom(log: Log, readings: readonly { readonly items: ReadingItems }[]): readonly string[] {
  const stored = new Map(
    readings.flatMap(({ items }) => items.region.map(({ id, value }) => [id, value?.label] as const)),
  );
  return [...log.acknowledged].flatMap(([id, label]) => (stored.get(id) === label ? [] : [`${id} ${label}`]));
}
