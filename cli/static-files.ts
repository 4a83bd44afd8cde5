import { readdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { NextConfig } from "next";

const folder = join(".next", "static");
const prefix = "/_next/static/";
const types: Readonly<Record<string, string>> = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=UTF-8",
  ".woff2": "font/woff2",
  ".webp": "image/webp",
  ".png": "image/png",
};
const compressed = new Set([".js", ".css", ".wasm", ".svg", ".json"]);
/** Files below this are not worth a second one beside them. Bytes. */
const leastSize = 1024;
/** Brotli's second best levels cost a tenth of the time of its best one, for files a few percent larger. */
const brotliQuality = 9;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Writes a .br and a .gz beside every file of code of the build, so that no request waits for compression. */
export async function compressStaticFiles(): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(
    names
      .filter((name) => compressed.has(extname(name)))
      .map(async (name) => {
        const file = join(folder, name);
        const bytes = await readFile(file);
        if (bytes.length < leastSize) return;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        await Promise.all([
          brotli(bytes, { params }).then((small) => writeFile(`${file}.br`, small)),
          zip(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
        ]);
      }),
  );
}

/** The headers that the app's configuration sets on static files. */
async function headersOf({ headers }: NextConfig): Promise<Readonly<Record<string, string>>> {
  const rules = (await headers?.()) ?? [];
  const ours = rules.filter(({ source }) => source === "/:path*" || source === `${prefix}:path*`);
  return Object.fromEntries(ours.flatMap((rule) => rule.headers.map(({ key, value }) => [key, value])));
}

/** Encodings the browser takes, best first, by the ending of the file that holds them. */
function encodings(accepted: string): readonly (readonly [ending: string, name: string])[] {
  const known = [
    [".br", "br"],
    [".gz", "gzip"],
  ] as const;
  return known.filter(([, name]) => new RegExp(`(^|[,\\s])${name}($|[,;\\s])`).test(accepted));
}

/**
 * Answers requests for the build's static files from what was compressed at the build, and keeps in memory what was asked
 * for once: a case opens with a good ten of them. Everything else, and what is not there, is left to Next.
 * @returns whether it answers.
 */
export async function staticFiles(config: NextConfig) {
  const common = await headersOf(config);
  const kept = new Map<string, Buffer>();
  const bytesOf = async (file: string): Promise<Buffer | null> => {
    const known = kept.get(file);
    if (known) return known;
    const bytes = await readFile(file).catch(() => null);
    if (bytes) kept.set(file, bytes);
    return bytes;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split("?")[0] ?? "";
    if (request.method !== "GET" || !path.startsWith(prefix)) return false;
    const name = decoded(path.slice(prefix.length));
    const type = name === null ? undefined : types[extname(name)];
    const file = join(folder, normalize(name ?? ""));
    if (type === undefined || !file.startsWith(folder + sep)) return false;
    for (const [ending, encoding] of [
      ...encodings(String(request.headers["accept-encoding"] ?? "")),
      ["", ""],
    ]) {
      const bytes = await bytesOf(file + ending);
      if (!bytes) continue;
      response.writeHead(200, {
        ...common,
        "Content-Type": type,
        "Content-Length": bytes.length,
        "Cache-Control": "public, max-age=31536000, immutable",
        Vary: "Accept-Encoding",
        ...(encoding ? { "Content-Encoding": encoding } : {}),
      });
      response.end(bytes);
      return true;
    }
    return false;
  };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
