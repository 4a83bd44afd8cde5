import { openEmbedder } from "@/lib/retrieval/registry";
import type { Embedder } from "@/lib/retrieval/types";
import { UsageError } from "./verb";

/** The embedder that the environment names; null for none. @throws UsageError where it cannot be used. */
export async function embedderHere(): Promise<Embedder | null> {
  const opened = await openEmbedder(process.env);
  if (!opened.ok) throw new UsageError(opened.sentence);
  return opened.embedder;
}
