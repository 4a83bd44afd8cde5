import { PrismaPg } from "@prisma/adapter-pg";
import { runningEmbeddedUrl } from "./embedded";
import { type Prisma, PrismaClient } from "./generated/client";

export { Prisma } from "./generated/client";

export type Transaction = Prisma.TransactionClient;

const shared = globalThis as typeof globalThis & { readingRoomPrisma?: Promise<PrismaClient> };

/** A client on one database. Instants are read and written in UTC whatever the server's zone is. */
export function connect(url: string, connections = 10): PrismaClient {
  const adapter = new PrismaPg({ connectionString: url, max: connections, options: "-c TimeZone=UTC" });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
}

/** The process's client: DATABASE_URL, else the running embedded server. @throws when neither answers. */
export function database(): Promise<PrismaClient> {
  shared.readingRoomPrisma ??= (async () => {
    const url = process.env.DATABASE_URL || (await runningEmbeddedUrl());
    if (!url) throw new Error("No database: set DATABASE_URL or start the app with npm start.");
    return connect(url);
  })().catch((error: unknown) => {
    delete shared.readingRoomPrisma;
    throw error;
  });
  return shared.readingRoomPrisma;
}

/** Points this process at another database; tests and the command line call it before any query. */
export function pointAtDatabase(client: PrismaClient): void {
  shared.readingRoomPrisma = Promise.resolve(client);
}

/** All or nothing. The audit event of a write goes into the same transaction. */
export async function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return (await database()).$transaction(work);
}
