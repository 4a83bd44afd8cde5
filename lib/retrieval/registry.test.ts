import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { embedderKinds, openEmbedder } from "./registry";
import type { EmbedderEnvironment } from "./types";

const folder = mkdtempSync(join(tmpdir(), "embedders-"));
const { signal } = new AbortController();
interface Seen {
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: { readonly input?: string[]; readonly messages?: unknown };
}
const seen: Seen[] = [];
let answer: (body: Seen["body"]) => { status: number; text: string } = () => ({ status: 500, text: "" });
const server = createServer((request, response) => {
  let text = "";
  request.on("data", (chunk) => {
    text += chunk;
  });
  request.on("end", () => {
    const body = JSON.parse(text) as Seen["body"];
    seen.push({ url: request.url ?? "", authorization: request.headers.authorization, body });
    const { status, text: reply } = answer(body);
    response.writeHead(status, { "content-type": "application/json", "retry-after-ms": "1" }).end(reply);
  });
});
let base = "";
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

async function opened(environment: EmbedderEnvironment) {
  const found = await openEmbedder(environment);
  if (!found.ok || !found.embedder) throw new Error(found.ok ? "none" : found.sentence);
  return found.embedder;
}
const module = (name: string, source: string) => {
  writeFileSync(join(folder, name), source);
  return { EMBEDDER: "plug-in", EMBED_PLUGIN: join(folder, name) };
};

describe("registry of embedders", () => {
  it("lists what the folder holds, each under the name of its file", () => {
    const files = readdirSync("lib/retrieval/embedders").map((file) => file.replace(/\.ts$/, ""));
    expect(embedderKinds.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each([
    [{ EMBEDDER: "magic" }, 'EMBEDDER is "magic". Known: none, openai, plug-in.'],
    [{ EMBEDDER: "openai" }, "EMBEDDER is openai, but EMBED_BASE_URL and EMBED_MODEL are not set."],
    [{ EMBEDDER: "openai", EMBED_BASE_URL: "https://h/v1" }, "No model is named. Set EMBED_MODEL"],
    [
      { EMBEDDER: "openai", EMBED_BASE_URL: "http://h/v1", EMBED_MODEL: "m" },
      "neither https nor marked as local",
    ],
    [{ EMBEDDER: "plug-in" }, "EMBED_PLUGIN names no module"],
    [
      { EMBEDDER: "plug-in", EMBED_PLUGIN: "gone.mjs" },
      "EMBED_PLUGIN names gone.mjs, and there is no such file.",
    ],
  ])("says what is wrong with %j", async (environment, sentence) => {
    const found = await openEmbedder(environment);
    expect(found).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) });
  });

  it("is none where nothing is set", async () => {
    expect(await openEmbedder({})).toEqual({ ok: true, embedder: null });
  });
});

describe("an embeddings endpoint", () => {
  const open = () =>
    opened({
      EMBEDDER: "openai",
      EMBED_BASE_URL: base,
      EMBED_MODEL: "m",
      EMBED_API_KEY: "k",
      EMBED_PICTURES: "1",
    });

  it("is asked for texts together and for a picture as a chat message; order follows the index", async () => {
    answer = ({ input }) => {
      const data = (input ?? ["picture"]).map((text, index) => ({ index, embedding: [text.length, 1] }));
      return { status: 200, text: JSON.stringify({ data: data.reverse() }) };
    };
    const embedder = await open();
    expect(embedder).toMatchObject({ name: "openai m with pictures", pictures: true, local: false });
    seen.length = 0;
    const inputs = [{ text: "a" }, { text: "abc" }, { png: Buffer.from("png") }, { text: "ab" }];
    expect(await embedder.embed(inputs, signal)).toEqual({
      ok: true,
      vectors: [
        [1, 1],
        [3, 1],
        [7, 1],
        [2, 1],
      ].map((numbers) => Float32Array.from(numbers)),
    });
    expect(seen.map(({ url, authorization }) => [url, authorization])).toEqual(
      Array.from({ length: 3 }, () => ["/v1/embeddings", "Bearer k"]),
    );
    expect(JSON.stringify(seen[1]?.body.messages)).toContain("data:image/png;base64,");
  });

  it("is asked again when it asks to wait; other failures are sentences", async () => {
    const embedder = await open();
    let left = 2;
    answer = () => {
      left -= 1;
      return left >= 0
        ? { status: 429, text: "" }
        : { status: 200, text: JSON.stringify({ data: [{ embedding: [1] }] }) };
    };
    expect(await embedder.embed([{ text: "a" }], signal)).toMatchObject({ ok: true });
    const reply = async (status: number, text: string) => {
      answer = () => ({ status, text });
      return embedder.embed([{ text: "a" }], signal);
    };
    expect(await reply(401, "")).toMatchObject({ sentence: "The embeddings endpoint answered 401." });
    expect(await reply(200, "{")).toMatchObject({ sentence: expect.stringContaining("is not JSON") });
    expect(await reply(200, "{}")).toMatchObject({ sentence: expect.stringContaining("not a list") });
    expect(await reply(200, '{"data":[]}')).toMatchObject({
      sentence: "The embeddings endpoint gave 0 embeddings for 1 inputs.",
    });
  });
});

describe("a plug-in", () => {
  it("embeds texts and pictures inside the process", async () => {
    const source =
      "export default { name: 'toy', embedTexts: async (t) => t.map((x) => [x.length]), embedPictures: async (p) => p.map((x) => Float32Array.of(x.length)) };";
    const embedder = await opened(module("good.mjs", source));
    expect(embedder).toMatchObject({ name: "plug-in toy", origin: null, local: true, pictures: true });
    expect(await embedder.embed([{ png: Buffer.from("12") }, { text: "abc" }], signal)).toEqual({
      ok: true,
      vectors: [Float32Array.of(2), Float32Array.of(3)],
    });
  });

  it.each([
    ["throws.mjs", "throw new Error('Cannot find package x');", "cannot be loaded: Cannot find package x"],
    ["empty.mjs", "export const a = 1;", "default does not fit"],
    ["nameless.mjs", "export default { embedTexts: async () => [] };", "name does not fit"],
  ])("%s that cannot be used is named with the reason", async (name, source, sentence) => {
    const found = await openEmbedder(module(name, source));
    expect(found).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) });
  });

  it("that fails or answers something else gives a sentence", async () => {
    const failing = await opened(
      module(
        "fails.mjs",
        "export default { name: 'f', embedTexts: async () => { throw new Error('no'); } };",
      ),
    );
    expect(await failing.embed([{ text: "a" }], signal)).toMatchObject({
      sentence: "The embedder plug-in failed: Error: no",
    });
    const short = await opened(
      module("short.mjs", "export default { name: 's', embedTexts: async () => [] };"),
    );
    expect(await short.embed([{ text: "a" }], signal)).toMatchObject({
      sentence: expect.stringContaining("another number of vectors"),
    });
  });
});
