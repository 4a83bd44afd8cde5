import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { vectorDatabase } from "@/lib/db/testing/vector-database";
import { keepNear } from "../mutations/keep-near";
import { storeDocuments } from "../mutations/store-documents";
import { fusedEmbedding, vectorBytes } from "../rules/embedding";
import { testDocument } from "../testing/document";
import { openVectors } from "./dense-store";
import { findContext } from "./find-context";
import { findDocuments } from "./find-documents";
import { nearTable, openNear, vectorSchema } from "./near-index";

/** Enough for the server to prefer its index. */
const documents = 3000;
/** Milliseconds of a test on a machine that is busy with something else. */
const patience = 300_000;
const width = 48;
const groups = 40;
const embedder = "toy";

/** Repeatable chance (MINSTD), from -0.5 to 0.5. */
let state = 11;
const chance = () => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647 - 0.5;
};
const around = (centre: Float32Array) =>
  fusedEmbedding(
    centre.map((value) => value + 0.6 * chance()),
    null,
  );
const centres = Array.from({ length: groups }, () => Float32Array.from({ length: width }, chance));

describe("a server with pgvector", { timeout: patience }, () => {
  const database = vectorDatabase();
  const client = () => database.client;
  const projectId = uuidv7();

  beforeAll(async () => {
    await client().project.create({ data: { id: projectId, slug: projectId, name: "Near" } });
    await storeDocuments(
      projectId,
      Array.from({ length: documents }, (_, at) =>
        testDocument(`d${at}`, `Words ${at}.`, {
          kind: at % 3 === 0 ? "case" : "guideline",
          groupKey: at % 3 === 0 ? `group ${at % groups}` : null,
          heldOut: at % 5 === 0,
          externalModelAllowed: at % 7 !== 0,
        }),
      ),
    );
    await embedAll();
  }, patience);

  /** Gives each chunk without one a vector near the centre of its group. */
  async function embedAll() {
    const rows = await client().documentChunk.findMany({
      where: { projectId, retiredIn: null, embeddings: { none: {} } },
      select: { id: true, document: { select: { externalId: true } } },
    });
    const { revision } = await client().retrievalStore.update({
      where: { projectId },
      data: { revision: { increment: 1 } },
    });
    for (let from = 0; from < rows.length; from += 500)
      await client().documentEmbedding.createMany({
        data: rows.slice(from, from + 500).map(({ id, document }) => {
          const centre = centres[Number(document.externalId.slice(1)) % groups] ?? new Float32Array(width);
          return { embedder, chunkId: id, projectId, addedIn: revision, vector: vectorBytes(around(centre)) };
        }),
      });
  }

  const query = () => around(centres[Math.floor((chance() + 0.5) * groups)] ?? new Float32Array(width));
  const opened = async () => {
    const near = await openNear(projectId, embedder);
    if (!near) throw new Error("the server's index is not used");
    return near;
  };

  it("is used once its index is whole, and finds what looking at every vector finds: recall at least 0.98 of 24", async () => {
    expect(await openNear(projectId, embedder)).toBeNull();
    expect(await keepNear(projectId, embedder)).toEqual({ ok: true });
    const near = await opened();
    const plan = await client().$queryRawUnsafe<Record<string, string>[]>(
      `EXPLAIN SELECT "chunkId" FROM ${nearTable(projectId, embedder)}
       ORDER BY "embedding" <#> '[${[...query()].join(",")}]'::vector LIMIT 48`,
    );
    expect(JSON.stringify(plan)).toContain("_hnsw");
    const { index, chunkIdOf } = await openVectors(projectId, embedder);
    const halves = (id: string) => id.charCodeAt(id.length - 1) % 2 === 0;
    let [found, wanted] = [0, 0];
    for (let at = 0; at < 200; at += 1) {
      const vector = query();
      const accepts = at % 2 === 0 ? () => true : halves;
      const exact = index.search(vector, 24, (entry) => accepts(chunkIdOf(entry)));
      const hits = new Map((await near(vector, 24, accepts)).map(({ chunkId, score }) => [chunkId, score]));
      expect(hits.size).toBe(24);
      for (const { entry, score } of exact) {
        const given = hits.get(chunkIdOf(entry));
        if (given === undefined) continue;
        found += 1;
        expect(given).toBeCloseTo(score, 4);
      }
      wanted += exact.length;
      expect([...hits.keys()].every(accepts)).toBe(true);
    }
    console.log(`near-index: recall at 24 of ${documents} vectors ${(found / wanted).toFixed(4)}`);
    expect(found / wanted).toBeGreaterThanOrEqual(0.98);
  });

  it("gives enough also where nearly nothing is accepted, and all where fewer are wanted than there are", async () => {
    const near = await opened();
    const { index, chunkIdOf } = await openVectors(projectId, embedder);
    const rare = (id: string) => Number.parseInt(id.slice(-2), 16) < 3;
    const vector = query();
    const exact = index.search(vector, 20, (entry) => rare(chunkIdOf(entry)));
    const hits = await near(vector, 20, rare);
    expect(hits.map(({ chunkId }) => chunkId)).toEqual(exact.map(({ entry }) => chunkIdOf(entry)));
    expect(await near(vector, 5, () => false)).toEqual([]);
    expect(await near(vector, documents * 2, () => true)).toHaveLength(documents);
  });

  it("never finds what is held out, may not leave or is of the same group, and gives four with a guideline", async () => {
    await opened();
    const facts = new Map(
      (await client().document.findMany({ where: { projectId } })).map((one) => [one.id, one]),
    );
    for (let at = 0; at < groups; at += 2) {
      const subject = { caseId: uuidv7(), externalId: "x", groupKey: `group ${at % groups}` };
      const vector = { embedder, values: around(centres[at % groups] ?? new Float32Array(width)) };
      const asked = { projectId, words: "", subject, sendable: true, vector };
      const context = await findContext(asked);
      expect(context).toHaveLength(4);
      expect(context.some(({ kind }) => kind === "guideline")).toBe(true);
      for (const { documentId } of [
        ...context,
        ...(await findDocuments({ ...asked, kind: "case", limit: 5 })),
      ]) {
        const one = facts.get(documentId);
        expect(one).toMatchObject({ heldOut: false, externalModelAllowed: true });
        expect(one?.groupKey).not.toBe(subject.groupKey);
      }
    }
  });

  it("keeps up: new vectors are added, those that were removed are gone, and until then every vector is looked at", async () => {
    const [old] = await client().documentChunk.findMany({
      where: { projectId, title: "d1", retiredIn: null },
    });
    await storeDocuments(projectId, [testDocument("d1", "Other words."), testDocument("d4000", "New.")]);
    await embedAll();
    expect(await openNear(projectId, embedder)).toBeNull();
    const exact = await findDocuments({
      projectId,
      words: "",
      subject: null,
      kind: null,
      sendable: true,
      vector: { embedder, values: query() },
      limit: 4,
    });
    expect(exact).toHaveLength(4);
    expect(await keepNear(projectId, embedder)).toEqual({ ok: true });
    const all = await (await opened())(query(), documents * 2, () => true);
    expect(all).toHaveLength(documents + 1);
    expect(all.some(({ chunkId }) => chunkId === old?.id)).toBe(false);
  });

  it("makes its index anew where it was lost", async () => {
    await client().$executeRawUnsafe(`DROP SCHEMA ${vectorSchema} CASCADE`);
    expect(await openNear(projectId, embedder)).toBeNull();
    expect(await keepNear(projectId, embedder)).toEqual({ ok: true });
    await opened();
  });
});

describe("a server without pgvector", () => {
  testDatabase();

  it("is told apart at run time: nothing is made, and vectors are searched exactly", async () => {
    expect(await openNear(uuidv7(), embedder)).toBeNull();
    expect(await keepNear(uuidv7(), embedder)).toEqual({ ok: false, sentence: null });
  });
});
