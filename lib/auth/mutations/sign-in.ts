import { recordEvent } from "@/lib/audit/mutations";
import { database, transaction } from "@/lib/db/client";
import { passwordMatches } from "./passwords";
import { countAttempt, forgetAttempt } from "./throttle";

export type SignInOutcome =
  | { readonly ok: true; readonly userId: string; readonly sessionVersion: number }
  | { readonly ok: false; readonly reason: "wrong-credentials" }
  | { readonly ok: false; readonly reason: "throttled"; readonly retryAfter: number };

/** Checks name and password. An unknown, disabled or pending account answers like a wrong password, and as slowly. */
export async function verifySignIn(attempt: {
  readonly email: string;
  readonly password: string;
  readonly address: string;
}): Promise<SignInOutcome> {
  const email = attempt.email.trim().toLowerCase();
  const retryAfter = await countAttempt(email, attempt.address);
  if (retryAfter !== null) return { ok: false, reason: "throttled", retryAfter };
  const user = await (await database()).user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, sessionVersion: true, disabledAt: true },
  });
  const usable = user && user.disabledAt === null ? user : null;
  const matches = await passwordMatches(usable?.passwordHash ?? null, attempt.password);
  if (!usable || !matches) return { ok: false, reason: "wrong-credentials" };
  await forgetAttempt(email, attempt.address);
  await transaction((tx) =>
    recordEvent(tx, {
      actorId: usable.id,
      action: "user.sign-in",
      subjectType: "user",
      subjectId: usable.id,
      projectId: null,
    }),
  );
  return { ok: true, userId: usable.id, sessionVersion: usable.sessionVersion };
}
