import { setTimeout as wait } from "node:timers/promises";
import type { Embedder } from "@/lib/retrieval/types";
import { providers } from "../registry";
import { type EndpointEnvironment, findEndpoint } from "../rules/generation/endpoint";
import { listPrices, priceOf } from "../rules/generation/price";
import { generationSettings } from "../schema";
import type { Clock, ModelProvider, RunGate, RunLimits } from "../types/model";
import type { ModelRun } from "./ask-task";

export interface ModelRunOptions {
  /** The id of a provider, or null: the endpoint that is set, if any. */
  readonly method: string | null;
  readonly environment: EndpointEnvironment;
  readonly projectSlug: string;
  /** Finds documents beside their words; null = by words alone. */
  readonly embedder: Embedder | null;
  readonly signal: AbortSignal;
  /** Takes the place of the provider's own way to send, e.g. into batch files. */
  readonly send?: ModelProvider["send"] | undefined;
  /** What keeps the limits: of this process alone, or of all workers together. */
  readonly gateOf: (limits: RunLimits, clock: Clock) => RunGate;
  readonly onUsage: ModelRun["onUsage"];
  /** Answers from before this that led to nothing are asked for again. */
  readonly askAgainBefore?: Date | null | undefined;
}

export type PreparedRun =
  | { readonly ok: true; readonly run: ModelRun }
  | { readonly ok: false; readonly reason: "none" | "unusable"; readonly sentence: string };

/** The time of this machine, and chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }).catch(() => {}),
};

/** All that a model needs to draft cases of a project with these settings, or a sentence that says why it cannot. */
export function prepareModelRun(settings: unknown, options: ModelRunOptions): PreparedRun {
  const { method, environment, signal, send } = options;
  const provider = providers.find(({ id }) => id === (method ?? "openai"));
  const known = ["offline", ...providers.map(({ id }) => id)].join(", ");
  if (!provider)
    return { ok: false, reason: "unusable", sentence: `There is no method "${method}". Known: ${known}.` };
  const wanted = generationSettings(settings);
  const found = findEndpoint(wanted, environment);
  if (!found.ok) return found;
  const price = priceOf(found.model, { ...listPrices, ...wanted.prices });
  if (wanted.maxCost !== null && !price) {
    const sentence = `No price is known for ${found.model}, so maxCost cannot hold. Name its price in the project's settings, or limit maxTokens.`;
    return { ok: false, reason: "unusable", sentence };
  }
  const run: ModelRun = {
    ...found,
    provider: { ...provider, send: send ?? provider.send },
    price,
    signal,
    clock: systemClock,
    seed: wanted.seed,
    longestSide: wanted.longestSide,
    concurrency: wanted.concurrency,
    gate: options.gateOf(wanted, systemClock),
    ladder: { rung: "strict" },
    projectSlug: options.projectSlug,
    embedder: options.embedder,
    documentsFault: null,
    onUsage: options.onUsage,
    askAgainBefore: options.askAgainBefore ?? null,
  };
  return { ok: true, run };
}
