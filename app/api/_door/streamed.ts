import type { Readable } from "node:stream";

/**
 * An answer whose bytes come from a stream. It begins with the first of them, so that what fails before is an error with
 * its own status and not half a file; who goes away stops the stream.
 */
export async function streamed(
  source: Readable,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const chunks: AsyncIterator<Buffer> = source[Symbol.asyncIterator]();
  let next = await chunks.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close();
      controller.enqueue(new Uint8Array(next.value));
      next = await chunks.next();
    },
    cancel: () => void source.destroy(),
  });
  return new Response(body, {
    headers: { "Cache-Control": "private, no-store", Vary: "Cookie", ...headers },
  });
}
