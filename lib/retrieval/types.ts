export type DocumentKind = "guideline" | "case";

/** A piece of a document as it is stored and found. */
export interface TextChunk {
  /** Headings above it, outermost first, joined by " / "; "" for none. */
  readonly heading: string;
  readonly text: string;
}

/** A document on its way into the store. */
export interface IncomingDocument {
  readonly kind: DocumentKind;
  readonly externalId: string;
  readonly title: string;
  readonly source: string;
  readonly licence: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly caseId: string | null;
  /** Key of its picture in the object store, identity removed; null = none, or that of its case. */
  readonly pictureKey: string | null;
  readonly groupKey: string | null;
  readonly heldOut: boolean;
  readonly externalModelAllowed: boolean;
}

/** What an import of documents made. */
export interface DocumentCounts {
  readonly documents: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface DocumentImport extends DocumentCounts {
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** Place in a list, counted from 1, and what put it there. */
export interface Placing {
  readonly rank: number;
  readonly score: number;
}

/** A document that was found, by the chunk of it that answers best. */
export interface FoundDocument extends TextChunk {
  readonly chunkId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly source: string;
  readonly licence: string | null;
  readonly url: string | null;
  /** The case of the project that it tells of, and its number. */
  readonly caseId: string | null;
  readonly caseNumber: number | null;
  /** A picture can be shown with it. */
  readonly picture: boolean;
  /** By words: BM25. */
  readonly lexical: Placing | null;
  /** By embeddings: inner product of normalised sums. */
  readonly dense: Placing | null;
  /** Sum over both lists of 1 / (60 + rank): what the order follows. */
  readonly fused: number;
  /** Words of the query that it holds, what counted most first. */
  readonly matched: readonly string[];
}

/** A text, or a picture as PNG. */
export type EmbedInput = { readonly text: string } | { readonly png: Buffer };

export type EmbedOutcome =
  /** One vector for each input, in their order, as the model gives them: not normalised here. */
  | { readonly ok: true; readonly vectors: readonly Float32Array[] }
  | { readonly ok: false; readonly sentence: string };

/** Texts and pictures into vectors of one space. */
export interface Embedder {
  /** Kind and model. */
  readonly name: string;
  /** Where inputs go; null = they stay in this process. */
  readonly origin: string | null;
  /** Inside the house: what may not leave it may go there. */
  readonly local: boolean;
  /** It reads pictures too, into the same space. */
  readonly pictures: boolean;
  /** Never throws for what an endpoint does. */
  readonly embed: (inputs: readonly EmbedInput[], signal: AbortSignal) => Promise<EmbedOutcome>;
}

/** What the environment of the process says: EMBEDDER, EMBED_BASE_URL, EMBED_MODEL and so on. */
export type EmbedderEnvironment = Readonly<Record<string, string | undefined>>;

export type OpenedEmbedder =
  | { readonly ok: true; readonly embedder: Embedder }
  | { readonly ok: false; readonly sentence: string };

/** A kind of embedder. To add one: a file in `embedders/` and a line in `registry.ts`. */
export interface EmbedderKind {
  readonly id: string;
  readonly label: string;
  readonly open: (environment: EmbedderEnvironment) => Promise<OpenedEmbedder>;
}
