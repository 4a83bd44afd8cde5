import { describe, expect, it } from "vitest";
import type { JudgementInput, ShownDocument } from "@/lib/retrieval/schema";
import { createDocuments, type DocumentRequests, saidOf } from "./documents";
import { citedBy, countWords, named, whyFound } from "./words";

const reading = "0199aaaa-0000-7000-8000-000000000001";
const [a, b] = ["0199aaaa-0000-7000-8000-00000000000a", "0199aaaa-0000-7000-8000-00000000000b"] as const;

const shown = (documentId: string, more: Partial<ShownDocument> = {}): ShownDocument => ({
  documentId,
  chunkId: documentId.replace("0199aaaa", "0199bbbb"),
  kind: "guideline",
  title: "Cysts",
  heading: "",
  source: "S",
  licence: null,
  url: null,
  text: "A simple cyst has a thin wall.",
  lexical: null,
  dense: null,
  fused: 0,
  matched: [],
  ...more,
});

function memoryStorage() {
  const kept = new Map<string, string>();
  return {
    kept,
    storage: () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }),
  };
}

type Put = Awaited<ReturnType<DocumentRequests["put"]>>;

/** A server that keeps judgements, until it is told to answer otherwise. */
function fakeServer() {
  const rows = new Map<string, { documentId: string; pinned: boolean; relevance: 0 | 1 | 2 | null }>();
  const asked: JudgementInput[] = [];
  let next: Put | null = null;
  const written: Awaited<ReturnType<DocumentRequests["write"]>>[] = [];
  const requests: DocumentRequests = {
    write: async () => written.shift() ?? { ok: false, reason: "unreachable" },
    load: async () => ({
      ok: true,
      context: {
        drafts: [{ id: reading, imageId: null, documents: [shown(a)] }],
        added: [],
        judgements: [...rows.values()],
        guidelines: 1,
        own: [],
        modelFault: null,
      },
    }),
    put: async (_, said) => {
      asked.push(said);
      if (next) return next;
      const before = rows.get(said.documentId) ?? {
        documentId: said.documentId,
        pinned: false,
        relevance: null,
      };
      const row = {
        ...before,
        ...(said.pinned === undefined ? {} : { pinned: said.pinned }),
        ...(said.relevance === undefined ? {} : { relevance: said.relevance }),
      };
      rows.set(said.documentId, row);
      return { ok: true, said: row };
    },
  };
  const answer = (put: Put | null) => {
    next = put;
  };
  return { rows, asked, requests, answer, written };
}

describe("what a reader says of documents", () => {
  it("is shown at once, sent one by one and kept part by part", async () => {
    const { storage, kept } = memoryStorage();
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, storage);
    await documents.load();
    documents.judge({ documentId: a, pinned: true });
    documents.judge({ documentId: a, relevance: 2 });
    expect(saidOf(documents.store.getState(), a)).toEqual({ documentId: a, pinned: true, relevance: 2 });
    expect(kept.size).toBe(1);
    await expect.poll(() => documents.store.getState().save).toBe("saved");
    expect(server.rows.get(a)).toEqual({ documentId: a, pinned: true, relevance: 2 });
    expect(saidOf(documents.store.getState(), a)).toMatchObject({ pinned: true, relevance: 2 });
    expect(kept.size).toBe(0);
  });

  it("is kept while the server is away, over a closed tab, and sent when it is back", async () => {
    const { storage } = memoryStorage();
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, storage);
    await documents.load();
    server.answer({ ok: false, reason: "unreachable" });
    documents.judge({ documentId: a, relevance: 0 });
    await expect.poll(() => documents.store.getState().save).toBe("offline");
    expect(server.rows.size).toBe(0);
    server.answer(null);
    const again = createDocuments(reading, server.requests, storage);
    expect(saidOf(again.store.getState(), a).relevance).toBe(0);
    await again.load();
    expect(server.rows.get(a)?.relevance).toBe(0);
    expect(again.store.getState()).toMatchObject({ save: "saved", waiting: {} });
  });

  it("goes back to what the server has where it is refused, and says why", async () => {
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, memoryStorage().storage);
    await documents.load();
    server.answer({ ok: false, reason: "refused", message: "This reading was submitted and is closed." });
    documents.judge({ documentId: a, pinned: true });
    await expect.poll(() => documents.store.getState().save).toBe("saved");
    expect(saidOf(documents.store.getState(), a).pinned).toBe(false);
    expect(documents.store.getState().fault).toBe("This reading was submitted and is closed.");
  });

  it("adds a document of a search once, pinned, with the section it was found by", async () => {
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, memoryStorage().storage);
    await documents.load();
    for (const one of [shown(a), shown(b), shown(b)]) documents.add(one);
    await expect.poll(() => documents.store.getState().save).toBe("saved");
    const { context } = documents.store.getState();
    expect(context.kind === "ready" && context.added.map(({ documentId }) => documentId)).toEqual([b]);
    expect(server.asked.at(-1)).toEqual({ documentId: b, chunkId: shown(b).chunkId, pinned: true });
  });
});

describe("a draft of the reader's own", () => {
  const draft = {
    id: b,
    besideId: reading,
    text: "A thin wall.",
    model: "m",
    writtenAt: "2026-01-01T00:00:00.000Z",
    documents: [],
  };

  it("is listed once it is written, once; why it was not is said", async () => {
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, memoryStorage().storage);
    await documents.load();
    server.written.push(
      { ok: false, reason: "refused", message: "The run's limit of 1 requests is reached." },
      { ok: true, draft },
      { ok: true, draft },
    );
    await documents.write(reading);
    expect(documents.store.getState().writing).toEqual({
      kind: "failed",
      draftId: reading,
      message: "The run's limit of 1 requests is reached.",
    });
    await documents.write(reading);
    await documents.write(reading);
    expect(documents.store.getState()).toMatchObject({
      writing: { kind: "none" },
      context: { own: [draft] },
    });
  });

  it("that could not be asked for leaves what was said as it is", async () => {
    const server = fakeServer();
    const documents = createDocuments(reading, server.requests, memoryStorage().storage);
    await documents.load();
    documents.judge({ documentId: a, pinned: true });
    await documents.write(reading);
    expect(documents.store.getState().writing).toMatchObject({ kind: "failed" });
    expect(saidOf(documents.store.getState(), a).pinned).toBe(true);
  });
});

describe("the words about documents", () => {
  it("count guidelines and cases each on their own", () => {
    const documents = [shown(a), shown(b, { kind: "case" }), shown(a)];
    expect(named(documents).map(({ name }) => name)).toEqual(["G1", "C1", "G2"]);
    expect(countWords(documents)).toBe("3 documents, 2 guidelines");
    expect(countWords([shown(a, { kind: "case" })])).toBe("1 document, 0 guidelines");
  });

  it("say why each was found, list by list", () => {
    expect(
      whyFound(shown(a, { lexical: { rank: 2, score: 7.418 }, matched: ["cyst"], fused: 0.0161 })),
    ).toEqual(["By words: rank 2, score 7.42 (cyst)", "Joined score 0.0161"]);
    expect(whyFound(shown(a, { dense: { rank: 1, score: 0.83121 }, fused: 0.0164 }))[0]).toBe(
      "By likeness of text and picture: rank 1, score 0.8312",
    );
    expect(whyFound(shown(a))).toEqual(["Added by your own search"]);
  });

  it("name the sentences that read like a document", () => {
    const cited = citedBy("Nothing of note. The cyst has a thin wall.", [shown(a), shown(b, { text: null })]);
    expect([...cited]).toEqual([[shown(a).chunkId, [2]]]);
  });
});
