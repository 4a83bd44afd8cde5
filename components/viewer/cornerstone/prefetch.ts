import { type Claim, claimImage, isLoaded } from "./frame-requests";
import { outward } from "./outward";

const atOnce = 3;

/** Loads that fail one after another before it rests until the reader moves: a line that is broken is not asked for all. */
const failuresInTurn = 3;

export interface Prefetch {
  /** Loads the frames around an index from near to far. Loads under way go on. */
  readonly around: (index: number) => void;
  /** Stops it and the loads under way. */
  readonly stop: () => void;
}

/** After the picture that is being drawn is on the screen; soon, in a page that draws none. */
function afterFrame(act: () => void): void {
  let done = false;
  const once = () => {
    if (!done) act();
    done = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 100);
}

/** Loads frames of a stack ahead, at most `reach` around where the reader is. What fails is left for the viewport. */
export function createPrefetch(imageIds: readonly string[], reach: number): Prefetch {
  const claims = new Map<string, Claim>();
  const failed = new Set<string>();
  let waiting: string[] = [];
  let stopped = false;
  let begun = false;
  let inTurn = 0;
  const next = (): void => {
    while (!stopped && claims.size < atOnce) {
      const imageId = waiting.shift();
      if (imageId === undefined) return;
      if (isLoaded(imageId) || claims.has(imageId) || failed.has(imageId)) continue;
      const claim = claimImage(imageId);
      claims.set(imageId, claim);
      const settled = () => {
        claims.delete(imageId);
        claim.release();
        next();
      };
      claim.image.then(
        () => {
          inTurn = 0;
          settled();
        },
        () => {
          failed.add(imageId);
          inTurn += 1;
          if (inTurn >= failuresInTurn) waiting = [];
          settled();
        },
      );
    }
  };
  return {
    around: (index) => {
      inTurn = 0;
      waiting = outward(index, imageIds.length, reach).flatMap((near) => imageIds[near] ?? []);
      if (begun) next();
      else
        afterFrame(() => {
          begun = true;
          next();
        });
    },
    stop: () => {
      stopped = true;
      for (const claim of claims.values()) claim.release();
    },
  };
}
