import { hash, verify } from "@node-rs/argon2";
import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";
import type { Refused } from "../types";
import { countAttempt, forgetAttempt } from "./throttle";

/** argon2id, 19 MiB, two passes, one lane (OWASP's first recommendation). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let nobody: Promise<string> | undefined;

/** Checks a password in the same time whether or not there is a hash to check it against. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await nobody), password);
  return matches && stored !== null;
}

/** A new password for oneself. Ends every session of the account. */
export async function changePassword(
  userId: string,
  passwords: { readonly current: string; readonly next: string },
): Promise<{ readonly ok: true } | Refused<"wrong-password" | "throttled">> {
  // A borrowed session must not become a place to guess.
  if ((await countAttempt(userId, "change-password")) !== null) return { ok: false, reason: "throttled" };
  const user = await (await database()).user.findUnique({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (!(await passwordMatches(user?.passwordHash ?? null, passwords.current)))
    return { ok: false, reason: "wrong-password" };
  await forgetAttempt(userId, "change-password");
  const passwordHash = await hashPassword(passwords.next);
  await transaction(async (tx) => {
    await tx.user.update({
      where: { id: userId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await recordEvent(tx, {
      actorId: userId,
      action: "user.change-password",
      subjectType: "user",
      subjectId: userId,
      projectId: null,
    });
  });
  return { ok: true };
}
