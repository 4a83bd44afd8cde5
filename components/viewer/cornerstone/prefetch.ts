import { type Claim, claimImage, isLoaded } from "./frame-requests";
import { outward } from "./outward";

const atOnce = 3;

export interface Prefetch {
  /** Loads the frames around an index from near to far. Loads under way go on. */
  readonly around: (index: number) => void;
  /** Stops it and the loads under way. */
  readonly stop: () => void;
}

/** Loads frames of a stack ahead, at most `reach` around where the reader is. Failures are left for the viewport to meet. */
export function createPrefetch(imageIds: readonly string[], reach: number): Prefetch {
  const claims = new Map<string, Claim>();
  let waiting: string[] = [];
  let stopped = false;
  const next = (): void => {
    while (!stopped && claims.size < atOnce) {
      const imageId = waiting.shift();
      if (imageId === undefined) return;
      if (isLoaded(imageId) || claims.has(imageId)) continue;
      const claim = claimImage(imageId);
      claims.set(imageId, claim);
      const settled = () => {
        claims.delete(imageId);
        claim.release();
        next();
      };
      claim.image.then(settled, settled);
    }
  };
  return {
    around: (index) => {
      waiting = outward(index, imageIds.length, reach).flatMap((near) => imageIds[near] ?? []);
      next();
    },
    stop: () => {
      stopped = true;
      for (const claim of claims.values()) claim.release();
    },
  };
}
