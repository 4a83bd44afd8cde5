/** Documents that were retrieved for one draft, best first, and those that readers of its case rated. */
export interface JudgedContext {
  readonly ranked: readonly string[];
  /** Ratings by document: 0 not relevant, 1 partly, 2 relevant; one for each reader who said. */
  readonly ratings: ReadonlyMap<string, readonly number[]>;
}

export interface RetrievalScores {
  /** Drafts with a rated document that is relevant: what the shares are of. */
  readonly judged: number;
  /** Drafts without any: left out, for nothing could be hit. */
  readonly leftOut: number;
  readonly at: readonly {
    readonly k: number;
    /** Share of drafts with a relevant document among the first k; null where none is judged. */
    readonly hit: number | null;
    /** Mean share of the relevant documents that are among the first k. */
    readonly recall: number | null;
  }[];
}

/** A document counts as relevant where the mean of its ratings is 1 (partly) or more. */
const isRelevant = (ratings: readonly number[]) =>
  ratings.length > 0 && ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length >= 1;

/** hit@k and recall@k of what was retrieved against what readers rated. Only rated documents are known to be relevant. */
export function retrievalScores(contexts: readonly JudgedContext[], ks: readonly number[]): RetrievalScores {
  const judged = contexts.flatMap(({ ranked, ratings }) => {
    const relevant = new Set([...ratings].filter(([, given]) => isRelevant(given)).map(([id]) => id));
    return relevant.size === 0 ? [] : [{ ranked, relevant }];
  });
  const mean = (share: (one: (typeof judged)[number]) => number) =>
    judged.length === 0 ? null : judged.reduce((sum, one) => sum + share(one), 0) / judged.length;
  const found = ({ ranked, relevant }: (typeof judged)[number], k: number) =>
    new Set(ranked.slice(0, k).filter((id) => relevant.has(id))).size;
  return {
    judged: judged.length,
    leftOut: contexts.length - judged.length,
    at: ks.map((k) => ({
      k,
      hit: mean((one) => (found(one, k) > 0 ? 1 : 0)),
      recall: mean((one) => found(one, k) / one.relevant.size),
    })),
  };
}
