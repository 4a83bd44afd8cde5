import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { builder } from "@/lib/releasing/testing/build-case";
import { testDataFolder } from "@/lib/storage/testing/data-folder";
import { findContext } from "../data/find-context";
import { findDocuments } from "../data/find-documents";
import { queryVector } from "../data/query-vector";
import { testDocument as document } from "../testing/document";
import type { Embedder, EmbedInput } from "../types";
import { embedDocuments } from "./embed-documents";
import { refreshStore } from "./refresh-store";
import { storeDocuments } from "./store-documents";

const db = testDatabase();
testDataFolder();

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

/** What a test of two runs waits for. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

test("two runs at once share the sections: none is sent twice, and both end when all are embedded", async () => {
  const names = Array.from({ length: 300 }, (_, at) => `d${at}`);
  await storeDocuments(
    projectId,
    names.map((name) => document(name, "Words.")),
  );
  const { embedder, seen } = toy();
  const both = gate();
  let begun = 0;
  const together: Embedder = {
    ...embedder,
    embed: async (inputs, stop) => {
      begun += 1;
      if (begun === 2) both.open();
      await both.opened;
      return embedder.embed(inputs, stop);
    },
  };
  const outcomes = await Promise.all([embed(together), embed(together)]);
  expect(outcomes).toMatchObject([{ ok: true }, { ok: true }]);
  expect(outcomes[0].embedded + outcomes[1].embedded).toBe(300);
  expect(Math.min(outcomes[0].embedded, outcomes[1].embedded)).toBeGreaterThan(0);
  expect(seen).toHaveLength(300);
  expect(new Set(seen.map((input) => JSON.stringify(input))).size).toBe(300);
  expect(await db.client.documentEmbedding.count({ where: { projectId } })).toBe(300);
  expect(await db.client.embeddingClaim.count({ where: { projectId } })).toBe(0);
});

test("what a run gives up another one takes; what a killed one held is free when its claim ends", async () => {
  await storeDocuments(projectId, [document("a", "Liver."), document("b", "Renal.")]);
  const { embedder, seen } = toy();
  const first = gate();
  const inHand = gate();
  const failing: Embedder = {
    ...embedder,
    embed: async () => {
      inHand.open();
      await first.opened;
      return { ok: false, sentence: "It is away." };
    },
  };
  const givenUp = embed(failing);
  await inHand.opened;
  const waiting = embed(embedder);
  first.open();
  expect(await givenUp).toMatchObject({ ok: false, embedded: 0 });
  expect(await waiting).toEqual({ ok: true, embedded: 2 });
  expect(seen).toHaveLength(2);

  await storeDocuments(projectId, [document("c", "Spleen.")]);
  const [chunk] = await db.client.documentChunk.findMany({ where: { projectId, title: "c" } });
  const claim = { embedder: "toy", chunkId: chunk?.id ?? "", projectId, holder: uuidv7() };
  await db.client.embeddingClaim.create({ data: { ...claim, until: new Date(Date.now() - 1000) } });
  expect(await embed(embedder)).toEqual({ ok: true, embedded: 1 });
});

test("vectors go with the sections that are retired, also those that were in hand; a draft's documents keep theirs", async () => {
  const { embedder } = toy();
  await storeDocuments(projectId, [
    document("a", "Liver."),
    document("b", "Renal."),
    document("c", "Spleen."),
  ]);
  await embed(embedder);
  const built = await builder(db.client).case(projectId, {});
  const set = await db.client.draftSet.create({ data: { id: uuidv7(), caseId: built.id, round: 7 } });
  const draft = await db.client.draft.create({
    data: {
      id: uuidv7(),
      draftSetId: set.id,
      kind: "caption",
      method: "m",
      position: 0,
      payload: {},
      contentHash: "x",
    },
  });
  const used = await db.client.documentChunk.findFirstOrThrow({ where: { projectId, title: "b" } });
  await db.client.draftContext.create({
    data: { draftId: draft.id, position: 1, chunkId: used.id, fused: 1 },
  });
  await storeDocuments(projectId, [document("a", "Other."), document("b", "Others.")]);
  const left = async () =>
    (
      await db.client.documentEmbedding.findMany({
        where: { projectId },
        select: { chunk: { select: { text: true } } },
      })
    )
      .map(({ chunk }) => chunk.text)
      .sort();
  expect(await left()).toEqual(["Renal.", "Spleen."]);
  const changing: Embedder = {
    ...embedder,
    embed: async (inputs, stop) => {
      await storeDocuments(projectId, [document("a", "Changed meanwhile.")]);
      return embedder.embed(inputs, stop);
    },
  };
  await embed(changing);
  expect(await left()).toEqual(["Changed meanwhile.", "Others.", "Renal.", "Spleen."]);
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
