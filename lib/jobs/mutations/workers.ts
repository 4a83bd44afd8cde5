import { v7 as uuidv7 } from "uuid";
import { database } from "@/lib/db/client";

/** Enters a worker, alive for the length of the lease. @param lease milliseconds. @returns its id. */
export async function enterWorker(lease: number): Promise<string> {
  const id = uuidv7();
  const db = await database();
  await db.$executeRaw`
    INSERT INTO "JobWorker" ("id", "aliveUntil")
    VALUES (${id}::uuid, clock_timestamp() + ${lease} * interval '1 millisecond')`;
  await db.$executeRaw`DELETE FROM "JobWorker" WHERE "aliveUntil" < now() - interval '1 day'`;
  return id;
}

/** Renews the lease. @returns false when it had run out: others may have taken the items, and this worker is no more. */
export async function beat(id: string, lease: number): Promise<boolean> {
  const renewed = await (await database()).$executeRaw`
    UPDATE "JobWorker" SET "aliveUntil" = clock_timestamp() + ${lease} * interval '1 millisecond'
    WHERE "id" = ${id}::uuid AND "aliveUntil" > clock_timestamp()`;
  return renewed === 1;
}

/** Takes a worker out at once: whatever it still holds is free. */
export async function leaveWorker(id: string): Promise<void> {
  await (await database()).$executeRaw`DELETE FROM "JobWorker" WHERE "id" = ${id}::uuid`;
}
