import { openai } from "./embedders/openai";
import { plugIn } from "./embedders/plug-in";
import type { Embedder, EmbedderEnvironment, EmbedderKind } from "./types";

/** Every kind of embedder: one file each in `embedders/`. Without one, documents are found by their words alone. */
export const embedderKinds: readonly EmbedderKind[] = [openai, plugIn];

/** The embedder that EMBEDDER names; null for none. @returns a sentence where it cannot be used. */
export async function openEmbedder(
  environment: EmbedderEnvironment,
): Promise<
  | { readonly ok: true; readonly embedder: Embedder | null }
  | { readonly ok: false; readonly sentence: string }
> {
  const wanted = environment.EMBEDDER || "none";
  if (wanted === "none") return { ok: true, embedder: null };
  const kind = embedderKinds.find(({ id }) => id === wanted);
  if (kind) return kind.open(environment);
  const known = ["none", ...embedderKinds.map(({ id }) => id)].join(", ");
  return { ok: false, sentence: `EMBEDDER is "${wanted}". Known: ${known}.` };
}
