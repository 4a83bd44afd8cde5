import type { LexicalIndex } from "../rules/lexical-index";
import type { DocumentKind } from "../types";

/** What is kept of a chunk beside its words. */
export interface IndexedChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly externalId: string;
  readonly groupKey: string | null;
}

/** A project's index, and the store's revision that it is of. */
export interface ProjectIndex {
  index: LexicalIndex;
  /** By number of the entry; undefined = gone. */
  chunks: (IndexedChunk | undefined)[];
  entries: Map<string, number>;
  revision: number;
}
