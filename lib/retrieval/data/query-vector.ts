import { fusedEmbedding } from "../rules/embedding";
import type { Embedder } from "../types";

export type QueryVector =
  | {
      readonly ok: true;
      readonly vector: { readonly embedder: string; readonly values: Float32Array } | null;
    }
  | { readonly ok: false; readonly sentence: string };

/** A query as one vector: its words and, where the embedder reads pictures, its picture. Null where there is neither. */
export async function queryVector(
  embedder: Embedder,
  { words, png }: { readonly words: string; readonly png: Buffer | null },
  signal: AbortSignal,
): Promise<QueryVector> {
  const text = words.trim() === "" ? [] : [{ text: words }];
  const picture = png === null || !embedder.pictures ? [] : [{ png }];
  if (text.length + picture.length === 0) return { ok: true, vector: null };
  const outcome = await embedder.embed([...text, ...picture], signal);
  if (!outcome.ok) return outcome;
  const [first = null, second = null] = outcome.vectors;
  return { ok: true, vector: { embedder: embedder.name, values: fusedEmbedding(first, second) } };
}
