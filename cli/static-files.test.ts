import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compressStaticFiles, staticFiles } from "./static-files";

const code = "export const sum = (a, b) => a + b;\n".repeat(100);
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "static-files-"));
const config = {
  headers: async () => [
    { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    {
      source: "/_next/static/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'" }],
    },
  ],
};
let port = 0;
const server = createServer();

beforeAll(async () => {
  process.chdir(folder);
  await mkdir(".next/static/chunks/[caseId]", { recursive: true });
  await writeFile(".next/static/chunks/[caseId]/page-1.js", code);
  await writeFile(".next/static/chunks/small.js", "1;");
  await writeFile(".next/BUILD_ID", "secret");
  await compressStaticFiles();
  const answers = await staticFiles(config);
  server.on("request", (request, response) => {
    void answers(request, response).then((done) => {
      if (!done) response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

/** One raw request, so that neither the path nor the encoding is tidied up on the way. */
function get(path: string, encoding = ""): Promise<{ head: string; body: Buffer }> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1");
    const parts: Buffer[] = [];
    socket.on("data", (part) => parts.push(part));
    socket.on("error", fail);
    socket.on("end", () => {
      const all = Buffer.concat(parts);
      const at = all.indexOf("\r\n\r\n");
      done({ head: all.subarray(0, at).toString(), body: all.subarray(at + 4) });
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
    );
  });
}

it("sends what was compressed at the build, best encoding first, with the app's headers, for a year", async () => {
  const best = await get("/_next/static/chunks/%5BcaseId%5D/page-1.js", "gzip, deflate, br, zstd");
  expect(best.head).toMatch(/^HTTP\/1\.1 200/);
  expect(best.head).toMatch(/Content-Encoding: br/);
  expect(best.head).toMatch(/Cache-Control: public, max-age=31536000, immutable/);
  expect(best.head).toMatch(/X-Content-Type-Options: nosniff/);
  expect(best.head).toMatch(/Content-Security-Policy: default-src 'none'/);
  expect(best.head).toMatch(/Vary: Accept-Encoding/);
  expect(brotliDecompressSync(best.body).toString()).toBe(code);
  expect(best.body.length).toBeLessThan(code.length / 10);
  const older = await get("/_next/static/chunks/%5BcaseId%5D/page-1.js", "gzip");
  expect(gunzipSync(older.body).toString()).toBe(code);
  const none = await get("/_next/static/chunks/%5BcaseId%5D/page-1.js");
  expect(none.head).not.toMatch(/Content-Encoding/);
  expect(none.body.toString()).toBe(code);
});

it("sends small files as they are", async () => {
  expect((await get("/_next/static/chunks/small.js", "br")).body.toString()).toBe("1;");
});

it.each([
  "/_next/static/../BUILD_ID",
  "/_next/static/%2e%2e/BUILD_ID",
  "/_next/static/chunks/..%2f..%2f..%2fBUILD_ID",
  "/_next/static/%E0%A4%A",
  "/_next/static/chunks/missing.js",
  "/_next/static/chunks",
])("leaves %s to Next", async (path) => {
  expect((await get(path, "br")).head).toMatch(/^HTTP\/1\.1 404/);
});

it("keeps the files of the build as they were", async () => {
  expect((await readFile(".next/static/chunks/small.js")).toString()).toBe("1;");
});
