import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { headers } from "next/headers";
import type { EarlyFrame } from "@/components/viewer/early-frame";
import { earlyScript } from "@/components/viewer/first-frame";

/** What a page of the build loads after itself, as the build lists it: by the module that asks, and what it asks for. */
type LateCode = Readonly<Record<string, { readonly files: readonly string[] }>>;

const chunks = "static/chunks";
let listed: Promise<LateCode> | null = null;
const named = new Map<string, Promise<string | null>>();

/** Nothing while pages are compiled as they are asked for: their list is not whole then. */
function lateCode(): Promise<LateCode> {
  if (process.env.NODE_ENV !== "production") return Promise.resolve({});
  listed ??= readFile(join(".next", "react-loadable-manifest.json"), "utf8").then(
    (text): LateCode => JSON.parse(text),
    () => ({}),
  );
  return listed;
}

/** The built file of a name, which the build gives a hash: `app/(workspace)/layout` is `.../layout-0a1b.js`. */
function chunkNamed(name: string): Promise<string | null> {
  if (process.env.NODE_ENV !== "production") return Promise.resolve(null);
  const known = named.get(name);
  if (known) return known;
  const [folder, start] = [join(chunks, name, ".."), name.split("/").at(-1) ?? name];
  const found = readdir(join(".next", folder)).then(
    (files) => {
      const file = files.find(
        (one) => one.startsWith(start) && /^[-.][0-9a-f]+\.js$/.test(one.slice(start.length)),
      );
      return file ? `${folder}/${file}` : null;
    },
    () => null,
  );
  named.set(name, found);
  return found;
}

async function pageNonce(): Promise<string | undefined> {
  const sent = await headers();
  return /'nonce-([^']+)'/.exec(sent.get("Content-Security-Policy") ?? "")?.[1];
}

interface Asked {
  /** Entries of the build. */
  readonly entries: readonly string[];
  /** `module -> what it imports late`, paths as in the repository. */
  readonly imports: readonly string[];
  /** The same, for a device that draws with WebGL. */
  readonly webglImports: readonly string[];
  /** The first frame, for the decode worker. */
  readonly task: EarlyFrame | null;
}

/**
 * Has the browser fetch and read with the page what its code would ask for later: more code, and the first frame. Only a
 * hint: where the build lists nothing, it comes later. The scripts are not React's: who asks for them takes them away.
 */
export async function EarlyCode({ entries, imports, webglImports, task }: Asked) {
  const [list, nonce, worker, ...own] = await Promise.all([
    lateCode(),
    pageNonce(),
    chunkNamed("decode-worker"),
    ...entries.map(chunkNamed),
  ]);
  const urlsOf = (names: readonly string[], more: readonly string[]) => {
    const files = [...more, ...names.flatMap((name) => list[name]?.files ?? [])];
    return [...new Set(files)].map((file) => `/_next/${encodeURI(file)}`);
  };
  const scriptsOf = (all: readonly string[]) => all.filter((url) => url.endsWith(".js"));
  const urls = urlsOf(
    imports,
    own.flatMap((file) => file ?? []),
  );
  const webgl = scriptsOf(urlsOf(webglImports, [])).filter((url) => !urls.includes(url));
  const decoding = task && worker ? { workerUrl: `/_next/${worker}`, task } : null;
  return (
    <>
      {urls.map((url) => (
        <link
          key={url}
          rel="preload"
          as={url.endsWith(".css") ? "style" : "script"}
          href={url}
          fetchPriority="low"
          nonce={nonce}
        />
      ))}
      <script nonce={nonce}>{earlyScript(scriptsOf(urls), webgl, decoding)}</script>
    </>
  );
}
