import type { TabChannel, TabLocks, TabMessage } from "./types";

/**
 * Locks over all tabs of this browser (Web Locks). Without them (plain http on another host) work runs at once: two tabs
 * may then send the same request twice, which its key makes harmless.
 */
export function browserLocks(): TabLocks {
  const locks: LockManager | undefined = navigator.locks;
  if (!locks) return { run: (_, work) => work() };
  return {
    run: async (name, work, signal) => {
      try {
        await locks.request(`reading-room:${name}`, signal ? { signal } : {}, work);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      }
    },
  };
}

/** Words between the tabs that have the same reading open for the same person. */
export function browserChannel(userId: string, readingId: string): TabChannel {
  const channel = new BroadcastChannel(`reading-room:${userId}:${readingId}`);
  return {
    post: (message) => channel.postMessage(message),
    listen: (hear) => {
      const receive = (event: MessageEvent<TabMessage>) => hear(event.data);
      channel.addEventListener("message", receive);
      return () => {
        channel.removeEventListener("message", receive);
        channel.close();
      };
    },
  };
}
