import { database } from "@/lib/db/client";

/** Whether the database answers within three seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = database().then((db) => db.$queryRaw`SELECT 1`);
  const late = new Promise<false>((resolve) => setTimeout(resolve, 3000, false).unref());
  return Promise.race([asked.then(() => true), late]).catch(() => false);
}
