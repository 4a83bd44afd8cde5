import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";
import { throttledFor, throttleLimits } from "../rules";

type Kind = keyof typeof throttleLimits;

/** Keys are hashed: the table names no account and no address. */
const keyOf = (kind: Kind, ...parts: readonly string[]) =>
  createHash("sha256")
    .update(JSON.stringify([kind, ...parts]))
    .digest("hex");

async function count(kind: Kind, key: string): Promise<number | null> {
  const { window } = throttleLimits[kind];
  // One statement, so that parallel guesses cannot pass between reading and writing.
  const [row] = await (await database()).$queryRaw<{ failures: number; age: number }[]>`
    INSERT INTO "LoginThrottle" AS known ("key", "failures", "windowStart") VALUES (${key}, 1, now())
    ON CONFLICT ("key") DO UPDATE SET
      "failures" = CASE WHEN known."windowStart" < now() - make_interval(secs => ${window}) THEN 1 ELSE known."failures" + 1 END,
      "windowStart" = CASE WHEN known."windowStart" < now() - make_interval(secs => ${window}) THEN now() ELSE known."windowStart" END
    RETURNING "failures", extract(epoch FROM now() - "windowStart")::float8 AS "age"`;
  return row ? throttledFor(throttleLimits[kind], row) : null;
}

const accountKey = (email: string, address: string) => keyOf("account", email, address);

/** Counts an attempt as failed before it is tried. @returns seconds to wait, or null when it may be tried. */
export async function countAttempt(email: string, address: string): Promise<number | null> {
  const waits = [
    await count("account", accountKey(email, address)),
    await count("address", keyOf("address", address)),
  ].filter((wait) => wait !== null);
  return waits.length > 0 ? Math.max(...waits) : null;
}

/** The attempt succeeded: the account's count begins anew, the address gets its one back. */
export async function forgetAttempt(email: string, address: string): Promise<void> {
  const db = await database();
  await db.loginThrottle.deleteMany({ where: { key: accountKey(email, address) } });
  await db.loginThrottle.updateMany({
    where: { key: keyOf("address", address), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}
