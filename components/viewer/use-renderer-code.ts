import { useLayoutEffect, useState } from "react";
import { loadWebgl, webglHere } from "./cornerstone/webgl-windows";
import type { Renderer } from "./store-state";

/** Whether the code that a renderer draws with is here; it is fetched if not. @throws what kept it from coming */
export function useRendererCode(renderer: Renderer | null): boolean {
  const [here, setHere] = useState(webglHere);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useLayoutEffect(() => {
    if (renderer !== "webgl" || here) return;
    let left = false;
    loadWebgl().then(
      () => !left && setHere(true),
      (error: unknown) => !left && setFailure({ error }),
    );
    return () => {
      left = true;
    };
  }, [renderer, here]);
  if (failure) throw failure.error;
  return renderer === "cpu" || (renderer === "webgl" && here);
}
