import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const nobody = "00000000-0000-4000-8000-000000000000";
const paths = [
  "/sign-in",
  `/api/instances/${nobody}/poster`,
  `/api/instances/${nobody}/frames/1`,
  `/api/instances/${nobody}/thumbnail`,
  `/api/readings/${nobody}/context`,
];
/** Milliseconds for each. */
const longest = 5000;

/**
 * Asks the app for what its first reader would wait for: the code of pages and handlers is read when it is first asked for.
 * Nobody is signed in for it, so nothing is shown and nothing written. What the start left in memory goes too.
 */
export async function warmUp(url: string): Promise<void> {
  for (const path of paths)
    await fetch(new URL(path, url), {
      redirect: "manual",
      signal: AbortSignal.timeout(longest),
    }).then(
      (answer) => answer.arrayBuffer(),
      () => null,
    );
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
}
