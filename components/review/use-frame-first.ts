import { useEffect, useState } from "react";

/** Milliseconds after which the wait ends without a frame: a page in the background draws none. */
const longest = 100;

/** False until the browser has drawn what was mounted first. @param waits false = there is nothing to wait for */
export function useFrameFirst(waits: boolean): boolean {
  const [drawn, setDrawn] = useState(!waits);
  useEffect(() => {
    if (drawn) return;
    const end = () => setDrawn(true);
    const timer = setTimeout(end, longest);
    // The second call comes after the first frame.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(end);
    });
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [drawn]);
  return drawn;
}
