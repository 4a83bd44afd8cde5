import { readObject } from "@/lib/storage/data";

/** Uploaded content is only ever what its type says, and can do nothing if opened by itself. */
const inert = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/** A picture that was made for this answer: no cache keeps it, unless a browser is told for how long it may. */
export const madePicture = (png: Buffer, cache = "private, no-store"): Response =>
  new Response(new Uint8Array(png), {
    headers: { ...inert, "Content-Type": "image/png", "Cache-Control": cache, Vary: "Cookie" },
  });

/**
 * Bytes of the object store. An object's key is the hash of its content, so its bytes never change and a browser may keep
 * them; `Vary: Cookie` keeps them apart for two people at one browser.
 */
export async function pixels(
  request: Request,
  type: string,
  key: string,
  range?: { readonly offset: number; readonly length: number },
): Promise<Response> {
  const headers = {
    ...inert,
    "Cache-Control": "private, max-age=31536000, immutable",
    Vary: "Cookie",
    ETag: `"${key.slice(0, 32)}${range ? `-${range.offset}-${range.length}` : ""}"`,
  };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  const bytes = await readObject(key, range);
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, "Content-Type": type, "Content-Length": String(bytes.byteLength) },
  });
}
