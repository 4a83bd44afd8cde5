import type { MeanInterval } from "@/lib/core/statistics/bootstrap-mean";
import type { RatingCriterion } from "@/lib/reading/schema";

/** The four ways to come to a caption that are compared: a person's words as they are, and a model with parts of the case. */
export const methods = ["native", "text-only", "image-only", "image-and-text"] as const;
export type Method = (typeof methods)[number];

export const methodWords: Readonly<Record<Method, string>> = {
  native: "Native caption",
  "text-only": "Text only, reformatted",
  "image-only": "Image only",
  "image-and-text": "Image and text",
};

/** From 1 to 5 each. */
export type Scores = Readonly<Record<RatingCriterion, number>>;

/** A comparison and how far it is. */
export interface ComparisonHead {
  readonly id: string;
  readonly name: string;
  readonly seed: number;
  readonly createdAt: string;
  readonly images: number;
  /** Images whose four texts are there: only those are rated. */
  readonly complete: number;
  /** Images of which a text is missing because its writing went wrong. */
  readonly failed: number;
  /** Why texts are missing, each sentence once. */
  readonly sentences: readonly string[];
}

/** A text as somebody who rates sees it: not who or what wrote it. */
export interface BlindText {
  readonly id: string;
  readonly text: string;
  readonly scores: Scores | null;
}

/** One image with its four texts, in an order of this person's own. */
export interface BlindItem {
  readonly id: string;
  /** Address of the picture. */
  readonly picture: string;
  readonly texts: readonly BlindText[];
}

export interface BlindWork {
  readonly items: readonly BlindItem[];
  /** Images kept back: the person may still have to read their case without seeing texts. */
  readonly keptBack: number;
}

export interface MethodResult {
  readonly method: Method;
  /** Texts with a rating, and people who gave one. */
  readonly texts: number;
  readonly raters: number;
  readonly ratings: number;
  /** Null where nobody rated. */
  readonly means: Readonly<Record<RatingCriterion, MeanInterval | null>>;
}
