import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, pointAtDatabase } from "../client";
import type { PrismaClient } from "../generated/client";

/**
 * Gives the test file a database of its own, copied from the migrated one, and points the process at it.
 * Call at the top of a `.db.test.ts`; the client is there from `beforeAll` on.
 */
export function testDatabase(): { readonly client: PrismaClient; readonly url: string } {
  const template = inject("templateUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  const url = template.replace(/reading_room$/, name);
  const box: { client?: PrismaClient } = {};
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: template.replace(/reading_room$/, "postgres") });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  beforeAll(async () => {
    await administer(`CREATE DATABASE ${name} TEMPLATE reading_room`);
    box.client = connect(url, 8);
    pointAtDatabase(box.client);
  });
  afterAll(async () => {
    await box.client?.$disconnect();
    await administer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  return {
    url,
    get client() {
      if (!box.client) throw new Error("the test database is ready only inside tests");
      return box.client;
    },
  };
}
