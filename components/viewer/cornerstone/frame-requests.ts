import { cache, type Types } from "@cornerstonejs/core";
import { startFrame } from "./frame-loader";

interface Request {
  users: number;
  readonly promise: Promise<Types.IImage>;
}

const requests = new Map<string, Request>();

export interface Claim {
  readonly image: Promise<Types.IImage>;
  /** Gives the claim back: a load that nobody waits for any more is stopped. */
  readonly release: () => void;
}

/** The image, from the cache or the server; several claims on one image share one load. */
export function claimImage(imageId: string): Claim {
  let request = requests.get(imageId);
  if (!request) {
    const promise = cachedFrame(imageId);
    const fresh: Request = { users: 0, promise };
    const settled = () => {
      if (requests.get(imageId) === fresh) requests.delete(imageId);
    };
    promise.then(settled, settled);
    requests.set(imageId, fresh);
    request = fresh;
  }
  const claimed = request;
  claimed.users += 1;
  let held = true;
  return {
    image: claimed.promise,
    release: () => {
      if (!held) return;
      held = false;
      claimed.users -= 1;
      if (claimed.users === 0 && requests.get(imageId) === claimed) {
        requests.delete(imageId);
        cache.getImageLoadObject(imageId)?.cancelFn?.();
      }
    },
  };
}

function cachedFrame(imageId: string): Promise<Types.IImage> {
  const before = cache.getImageLoadObject(imageId);
  if (before) return before.promise;
  const loading = startFrame(imageId);
  // The library passes a failed load on a second time, where nobody listens.
  cache.putImageLoadObject(imageId, loading).catch(() => undefined);
  return loading.promise;
}

/** Whether the pixels are here. */
export function isLoaded(imageId: string): boolean {
  return cache.isLoaded(imageId);
}
