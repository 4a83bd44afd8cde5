import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { storeDocuments } from "../mutations/store-documents";
import { caseDocumentId, finishedStates } from "../rules/case-document";
import { stemsOf } from "../rules/terms";
import { testDocument } from "../testing/document";
import type { IncomingDocument } from "../types";
import { findContext } from "./find-context";

const db = testDatabase();

/** Repeatable chance (MINSTD): a whole number below `most`. */
let state = 5;
function below(most: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % most;
}
const oneOf = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0];
const words = [
  ..."liver cyst kidney mass rim wall septa node spleen duct lesion fat bone marrow vein lobe".split(" "),
];
const some = (most: number) =>
  Array.from({ length: 1 + below(most) }, () => words[below(words.length)] ?? "").join(" ");

const stores = 20;
/** In each store. The rule itself meets 10,000 in `rules/choose-context.test.ts`. */
const queries = 50;

interface Known extends IncomingDocument {
  /** State of the case that it tells of, and whether that case's source lets it leave; null = of no case of the project. */
  readonly told: { readonly id: string; readonly state: string; readonly allowed: boolean } | null;
}

/** A project with cases in all states, documents of some of them, joined or by name only, others' cases and guidelines. */
async function makeStore() {
  const projectId = uuidv7();
  await db.client.project.create({ data: { id: projectId, slug: projectId, name: "Store" } });
  const sources = [true, false].map((externalModelAllowed) => ({
    id: uuidv7(),
    projectId,
    name: `S${externalModelAllowed}`,
    site: oneOf(["", "Site"]),
    externalModelAllowed,
  }));
  await db.client.source.createMany({ data: sources });
  const cases = Array.from({ length: 16 }, (_, at) => {
    const source = sources[at % 2];
    return {
      row: {
        id: uuidv7(),
        projectId,
        sourceId: source?.id ?? "",
        externalId: `case ${at}`,
        number: at + 1,
        title: "Case",
        groupKey: `group ${below(10)}`,
        state: oneOf([
          "imported",
          "held",
          "ready",
          "reading",
          "read",
          "adjudication",
          "final",
          "read",
          "final",
        ]),
      },
      name: caseDocumentId({ name: source?.name ?? "", site: source?.site ?? "" }, `case ${at}`),
      allowed: source?.externalModelAllowed ?? false,
    };
  });
  await db.client.caseRecord.createMany({ data: cases.map(({ row }) => row) });
  const rest = () => ({ heldOut: below(4) === 0, externalModelAllowed: below(3) > 0 });
  const ofCases = cases.slice(0, 12).map(({ row, name, allowed }): Known => {
    const caseId = below(2) === 0 ? row.id : null;
    const more = { ...rest(), kind: "case" as const, groupKey: row.groupKey, caseId };
    return { ...testDocument(name, some(8), more), told: { id: row.id, state: row.state, allowed } };
  });
  const others = Array.from({ length: 14 }, (_, at): Known => {
    const more = { ...rest(), kind: "case" as const, groupKey: `group ${below(10)}` };
    return { ...testDocument(`other ${at}`, some(8), more), told: null };
  });
  const guidelines = Array.from(
    { length: below(14) },
    (_, at): Known => ({ ...testDocument(`guideline ${at}`, some(8), rest()), told: null }),
  );
  const documents = [...ofCases, ...others, ...guidelines];
  await storeDocuments(
    projectId,
    documents.map(({ told: _, ...document }) => ({ ...document, title: "T" })),
  );
  return { projectId, cases, documents };
}

test("queries of the database: the four documents are those that may be found, a guideline among them, or none", async () => {
  let [chosenFour, chosenNone] = [0, 0];
  for (let store = 0; store < stores; store += 1) {
    const { projectId, cases, documents } = await makeStore();
    const rows = await db.client.document.findMany({
      where: { projectId },
      select: { id: true, externalId: true },
    });
    const known = new Map(
      rows.map(({ id, externalId }) => [id, documents.find((one) => one.externalId === externalId)]),
    );
    const stems = new Map(documents.map((one) => [one.externalId, new Set(stemsOf(one.text))]));
    const ask = async () => {
      const asked = cases[below(cases.length)];
      const subject = {
        caseId: asked?.row.id ?? "",
        externalId: asked?.name ?? "",
        groupKey: asked?.row.groupKey ?? "",
      };
      const sendable = below(2) === 0;
      const query = some(5);
      const context = await findContext({ projectId, words: query, subject, sendable, vector: null });
      const may = documents.filter(({ told, ...one }) => {
        if (one.heldOut || !stemsOf(query).some((stem) => stems.get(one.externalId)?.has(stem))) return false;
        if (sendable && !(told?.allowed ?? one.externalModelAllowed)) return false;
        if (one.kind === "guideline") return true;
        if (told && (told.id === subject.caseId || !finishedStates.includes(told.state))) return false;
        return one.groupKey !== subject.groupKey && one.externalId !== subject.externalId;
      });
      const allowed = new Set(may.map(({ externalId }) => externalId));
      for (const { documentId } of context) expect(allowed).toContain(known.get(documentId)?.externalId);
      const guidelines = may.filter(({ kind }) => kind === "guideline").length;
      expect(context).toHaveLength(guidelines === 0 ? 0 : Math.min(4, may.length));
      expect(new Set(context.map(({ documentId }) => documentId)).size).toBe(context.length);
      expect(context.length === 0 || context.some(({ kind }) => kind === "guideline")).toBe(true);
      if (context.length === 4) chosenFour += 1;
      if (context.length === 0) chosenNone += 1;
    };
    for (let query = 0; query < queries; query += 10) await Promise.all(Array.from({ length: 10 }, ask));
  }
  expect(chosenFour).toBeGreaterThan(stores * queries * 0.3);
  expect(chosenNone).toBeGreaterThan(0);
}, 900_000);
