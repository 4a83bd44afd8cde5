// How long a search takes over many documents: a database of its own, made texts, the app's own search, no server.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { connect, pointAtDatabase } from "../lib/db/client.ts";
import { openDatabase } from "../lib/db/embedded.ts";
import { migrate } from "../lib/db/migrate.ts";
import { findContext } from "../lib/retrieval/data/find-context.ts";
import { refreshStore } from "../lib/retrieval/mutations/refresh-store.ts";
import { storeDocuments } from "../lib/retrieval/mutations/store-documents.ts";

export const summary = "search for the four documents of a case among many: p50, p95, p99 in ms";
export const options = {
  documents: { type: "string", default: "100000" },
  words: { type: "string", default: "200" },
  queries: { type: "string", default: "300" },
  keep: { type: "string" },
};

const target = 500;

/** Repeatable chance (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = "ba ce di fo gu ha ke li mo nu pa re si to va xe zi cho pleu tra ster cys neo lam".split(
  " ",
);

/** Words as frequent as in prose: the nth of 60,000 about 1/n as often as the first. */
function vocabulary(random) {
  const words = Array.from({ length: 60_000 }, () => {
    const count = 2 + Math.floor(random() * 3);
    return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join("");
  });
  return (count) =>
    Array.from({ length: count }, () => words[Math.floor(words.length ** random()) - 1] ?? words[0]).join(
      " ",
    );
}

async function fill(projectId, count, length, words, random) {
  const batch = 2000;
  for (let from = 0; from < count; from += batch) {
    const documents = Array.from({ length: Math.min(batch, count - from) }, (_, at) => ({
      kind: (from + at) % 3 === 0 ? "case" : "guideline",
      externalId: String(from + at),
      title: words(6),
      source: "bench",
      licence: "CC0-1.0",
      url: null,
      text: words(Math.round(length * (0.5 + random()))),
      caseId: null,
      pictureKey: null,
      groupKey: (from + at) % 3 === 0 ? `group ${Math.floor((from + at) / 6)}` : null,
      heldOut: (from + at) % 50 === 0,
      externalModelAllowed: true,
    }));
    await storeDocuments(projectId, documents);
  }
}

/** A folder to be thrown away, or one that is kept, so that the next run finds its documents stored. */
function dataFolder(kept, closers) {
  const folder = kept
    ? path.resolve(kept)
    : fs.mkdtempSync(path.join(os.tmpdir(), "reading-room-bench-retrieval-"));
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o711);
  if (!kept) closers.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** A first search: how long it takes, and the longest that it kept the process from anything else. */
async function opened(ask) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  await ask();
  const took = performance.now() - started;
  delay.disable();
  return { took, longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 };
}

const told = ({ took, longest, p99 }) =>
  `${(took / 1000).toFixed(1)} s (event loop held for ${longest.toFixed(0)} ms at most, p99 ${p99.toFixed(0)} ms)`;

export async function run(given, closers) {
  const [count, length, queries] = [given.documents, given.words, given.queries].map(Number);
  const folder = dataFolder(given.keep, closers);
  process.env.DATA_DIR = folder;
  delete process.env.DATABASE_URL;
  const server = await openDatabase({ own: true });
  closers.push(() => server.stop());
  await migrate(server.url);
  const client = connect(server.url, 4);
  closers.push(() => client.$disconnect());
  pointAtDatabase(client);
  const slug = `bench-${count}-${length}`;
  const known = await client.project.findUnique({ where: { slug } });
  const projectId = known?.id ?? randomUUID();
  if (!known) await client.project.create({ data: { id: projectId, slug, name: "Bench" } });
  const random = chance(7);
  const words = vocabulary(random);
  const timed = async (work) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const stored = await client.document.count({ where: { projectId } });
  const filled = await timed(() => (stored < count ? fill(projectId, count, length, words, random) : null));
  const chunks = await client.documentChunk.count();
  const ask = async () => {
    const subject = {
      caseId: randomUUID(),
      externalId: "x",
      groupKey: `group ${Math.floor(random() * count)}`,
    };
    await findContext({ projectId, words: words(60), subject, sendable: true, vector: null });
  };
  const refreshed = await timed(() => refreshStore(projectId));
  fs.rmSync(path.join(folder, "cache"), { recursive: true, force: true });
  const first = await opened(ask);
  // As another process, which finds the index kept in the data folder.
  delete globalThis.readingRoomIndexes;
  const second = await opened(ask);
  const times = [];
  const spent = process.cpuUsage();
  for (let query = 0; query < queries; query += 1) times.push(await timed(ask));
  const { user, system } = process.cpuUsage(spent);
  times.sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => at(times, share));
  const memory = process.memoryUsage().rss / 1024 / 1024;
  console.log(
    `${count} documents, ${chunks} chunks, stored in ${(filled / 1000).toFixed(0)} s, refreshed in ${refreshed.toFixed(0)} ms`,
  );
  console.log(
    `first search, documents read: ${told(first)}; kept index read: ${told(second)}; memory of the process ${memory.toFixed(0)} MB`,
  );
  console.log(
    `${queries} queries of 60 words: p50 ${p50.toFixed(0)}, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} ms, of the processor ${((user + system) / 1000 / queries).toFixed(0)} ms each (without PostgreSQL); load ${os.loadavg()[0].toFixed(1)}`,
  );
  console.log(p95 < target ? "OK" : `MISSED: p95 must be below ${target} ms`);
  return p95 < target ? 0 : 1;
}
