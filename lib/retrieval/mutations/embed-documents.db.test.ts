import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { findContext } from "../data/find-context";
import { findDocuments } from "../data/find-documents";
import { queryVector } from "../data/query-vector";
import { testDocument as document } from "../testing/document";
import type { Embedder, EmbedInput } from "../types";
import { embedDocuments } from "./embed-documents";
import { refreshStore } from "./refresh-store";
import { storeDocuments } from "./store-documents";

const db = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "embed-"));
const before = process.env.DATA_DIR;
process.env.DATA_DIR = folder;
afterAll(() => {
  process.env.DATA_DIR = before;
  rmSync(folder, { recursive: true, force: true });
});

let projectId = "";
beforeEach(async () => {
  projectId = (await builder(db.client).project()).id;
});

/** Knows three meanings, whatever the words: liver, kidney, anything else; a picture means liver. */
const meanings = [/liver|hepat/i, /kidney|renal/i];
function toy(change: Partial<Embedder> = {}) {
  const seen: EmbedInput[] = [];
  const vector = (input: EmbedInput) =>
    "png" in input
      ? Float32Array.of(2, 0, 0)
      : Float32Array.of(...meanings.map((word) => (word.test(input.text) ? 3 : 0)), 0.5);
  const embedder: Embedder = {
    name: "toy",
    origin: "https://embed.example",
    local: false,
    pictures: false,
    embed: async (inputs) => {
      seen.push(...inputs);
      return { ok: true, vectors: inputs.map(vector) };
    },
    ...change,
  };
  return { embedder, seen };
}
const { signal } = new AbortController();
const embed = (embedder: Embedder) => embedDocuments(projectId, embedder, { signal, log: () => {} });
async function find(embedder: Embedder, words: string, png: Buffer | null = null) {
  const asked = await queryVector(embedder, { words, png }, signal);
  if (!asked.ok) throw new Error(asked.sentence);
  const query = {
    projectId,
    words,
    subject: null,
    kind: null,
    sendable: true,
    vector: asked.vector,
    limit: 10,
  };
  return findDocuments(query);
}

test("each section is embedded once; only what may be found and may leave is sent, audited by hash before", async () => {
  const { embedder, seen } = toy();
  await storeDocuments(projectId, [
    document("a", "Hepatic cysts."),
    document("b", "# One\nRenal cysts.\n# Two\nRenal stones."),
    document("held", "Liver.", { heldOut: true }),
    document("secret", "Liver.", { kind: "case", groupKey: "g", externalModelAllowed: false }),
  ]);
  expect(await embed(embedder)).toEqual({ ok: true, embedded: 3 });
  expect(JSON.stringify(seen)).not.toContain("secret");
  expect(await embed(embedder)).toEqual({ ok: true, embedded: 0 });
  expect(seen).toHaveLength(3);
  await storeDocuments(projectId, [document("a", "Liver cysts, in other words.")]);
  expect(await embed(embedder)).toEqual({ ok: true, embedded: 1 });
  const events = await db.client.auditEvent.findMany({ where: { projectId, action: "retrieval.send" } });
  expect(events.map(({ detail }) => detail)).toMatchObject([
    {
      endpoint: "https://embed.example",
      embedder: "toy",
      inputsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
    { endpoint: "https://embed.example" },
  ]);
  const inside = toy({ name: "inside", origin: null, local: true });
  expect(await embed(inside.embedder)).toEqual({ ok: true, embedded: 4 });
  expect(await db.client.auditEvent.count({ where: { projectId, action: "retrieval.send" } })).toBe(2);
});

test("what has none of the words is found by likeness; both lists are joined by reciprocal rank", async () => {
  const { embedder } = toy();
  await storeDocuments(projectId, [
    document("near", "Hepatic lesions."),
    document("far", "Renal lesions."),
    document("both", "Hepatic attenuation in the portal phase."),
  ]);
  await embed(embedder);
  const found = await find(embedder, "liver attenuation");
  expect(found.map(({ title }) => title)).toEqual(["both", "near", "far"]);
  expect(found[0]).toMatchObject({ lexical: { rank: 1 }, dense: { rank: 2 }, matched: ["attenuation"] });
  expect(found[0]?.fused).toBeCloseTo(1 / 61 + 1 / 62, 12);
  const cosine = (3 * 3 + 0.5 * 0.5) / (3 * 3 + 0.5 * 0.5);
  expect(found[0]?.dense?.score).toBeCloseTo(cosine, 5);
});

test("the dense list is exact: against every vector, for 200 chance queries", async () => {
  let state = 1;
  const chance = () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
  const vectors = new Map<string, Float32Array>();
  const { embedder } = toy({
    embed: async (inputs) => {
      const made = inputs.map((input) => {
        const vector = Float32Array.from({ length: 8 }, chance);
        if ("text" in input) vectors.set(input.text.split("\n")[0] ?? "", vector);
        return vector;
      });
      return { ok: true, vectors: made };
    },
  });
  const documents = Array.from({ length: 150 }, (_, at) => document(`d${at}`, "Words."));
  await storeDocuments(projectId, documents);
  await embed(embedder);
  for (let query = 0; query < 200; query += 1) {
    const values = Float32Array.from({ length: 8 }, chance);
    const vector = { embedder: "toy", values };
    const asked = { projectId, words: "", subject: null, kind: null, sendable: true, vector, limit: 5 };
    const found = await findDocuments(asked);
    const likeness = (one: Float32Array) =>
      one.reduce((sum, value, at) => sum + value * (values[at] ?? 0), 0) / Math.hypot(...one);
    const expected = [...vectors].sort((a, b) => likeness(b[1]) - likeness(a[1])).slice(0, 5);
    expect(found.map(({ title }) => title)).toEqual(expected.map(([title]) => title));
  }
});

test("a finished case is embedded with its text and its picture, and a picture finds it", async () => {
  const { embedder, seen } = toy({ name: "toy with pictures", pictures: true });
  const built = await builder(db.client).case(projectId, { state: "read", pictures: ["png"] });
  await db.client.source.updateMany({ where: { projectId }, data: { externalModelAllowed: true } });
  const data = { id: uuidv7(), caseId: built.id, kind: "findings", text: "A mass.", contentHash: "x" };
  await db.client.passage.create({ data });
  await storeDocuments(projectId, [document("kidney", "Renal mass.")]);
  await refreshStore(projectId);
  expect(await embed(embedder)).toEqual({ ok: true, embedded: 2 });
  expect(seen.filter((input) => "png" in input)).toHaveLength(1);
  const [first] = await find(embedder, "", Buffer.from("picture"));
  expect(first).toMatchObject({ kind: "case", caseNumber: built.number, lexical: null, dense: { rank: 1 } });
  const subject = { caseId: built.id, externalId: "", groupKey: built.id };
  const asked = await queryVector(embedder, { words: "mass", png: Buffer.from("picture") }, signal);
  const vector = asked.ok ? asked.vector : null;
  const context = await findContext({ projectId, words: "mass", subject, sendable: true, vector });
  expect(context.map(({ title }) => title)).toEqual(["kidney"]);
});

test("an embedder that fails stops with its sentence, and the next run goes on", async () => {
  let fails = true;
  const { embedder } = toy();
  const moody: Embedder = {
    ...embedder,
    embed: async (inputs, stop) =>
      fails ? { ok: false, sentence: "It is away." } : embedder.embed(inputs, stop),
  };
  await storeDocuments(projectId, [document("a", "Liver.")]);
  expect(await embed(moody)).toEqual({ ok: false, embedded: 0, sentence: "It is away." });
  fails = false;
  expect(await embed(moody)).toEqual({ ok: true, embedded: 1 });
});
