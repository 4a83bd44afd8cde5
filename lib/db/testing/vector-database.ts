import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { afterAll, beforeAll } from "vitest";
import { connect, pointAtDatabase } from "../client";
import { PrismaClient } from "../generated/client";
import { migrate } from "../migrate";

/** Milliseconds: a PostgreSQL in WebAssembly takes its time to start. */
const patience = 300_000;

/** An empty database with pgvector, in this process: PostgreSQL in WebAssembly, with one connection. */
async function inProcess() {
  const server = await PGlite.create({ extensions: { vector } });
  await server.exec("SET TIME ZONE 'UTC'");
  const folder = join(process.cwd(), "prisma/migrations");
  for (const name of readdirSync(folder).sort()) {
    const file = join(folder, name, "migration.sql");
    if (existsSync(file)) await server.exec(readFileSync(file, "utf8"));
  }
  const client = new PrismaClient({
    adapter: new PrismaPGlite(server),
    transactionOptions: { maxWait: 10_000, timeout: 30_000 },
  });
  return { client, stop: () => server.close() };
}

/** A database of a server that may be filled. @param url of an empty database with pgvector */
async function onServer(url: string) {
  await migrate(url);
  return { client: connect(url, 4), stop: async () => {} };
}

/**
 * Gives the test file a database with pgvector, which the embedded server has not, and points the process at it: the empty
 * one that VECTOR_DATABASE_URL names, else one in this process. Call at the top of a `.db.test.ts`.
 */
export function vectorDatabase(): { readonly client: PrismaClient } {
  const url = process.env.VECTOR_DATABASE_URL;
  const box: { opened?: Awaited<ReturnType<typeof inProcess>> } = {};
  beforeAll(async () => {
    box.opened = url ? await onServer(url) : await inProcess();
    pointAtDatabase(box.opened.client);
  }, patience);
  afterAll(async () => {
    await box.opened?.client.$disconnect();
    await box.opened?.stop();
  });
  return {
    get client() {
      if (!box.opened) throw new Error("the database is ready only inside tests");
      return box.opened.client;
    },
  };
}
