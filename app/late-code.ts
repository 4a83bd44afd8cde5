import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { headers } from "next/headers";
import { preload } from "react-dom";

/** What a page of the build loads after itself, as the build lists it: by the module that asks, and what it asks for. */
type LateCode = Readonly<Record<string, { readonly files: readonly string[] }>>;

const manifest = join(".next", "react-loadable-manifest.json");
let listed: Promise<LateCode> | null = null;

/** Nothing while pages are compiled as they are asked for: their list is not whole then. */
function lateCode(): Promise<LateCode> {
  if (process.env.NODE_ENV !== "production") return Promise.resolve({});
  listed ??= readFile(manifest, "utf8").then(
    (text): LateCode => JSON.parse(text),
    () => ({}),
  );
  return listed;
}

/**
 * Has the browser fetch code with the page that would else be asked for once the page runs. Only a hint: where the build
 * lists nothing, the code comes later.
 * @param asked `module -> what it imports late`, paths as in the repository
 */
export async function fetchWithPage(...asked: readonly string[]): Promise<void> {
  const [list, sent] = await Promise.all([lateCode(), headers()]);
  const nonce = /'nonce-([^']+)'/.exec(sent.get("Content-Security-Policy") ?? "")?.[1];
  const files = new Set(asked.flatMap((name) => list[name]?.files ?? []));
  for (const file of files)
    preload(`/_next/${file}`, {
      as: file.endsWith(".css") ? "style" : "script",
      fetchPriority: "low",
      ...(nonce ? { nonce } : {}),
    });
}
