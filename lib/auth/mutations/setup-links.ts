import { createHash, randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { database, type Transaction, transaction } from "@/lib/db/client";
import type { FreshLink, Refused } from "../types";
import { hashPassword } from "./passwords";

/** Hours a link can be used. */
const lifetime = 72;

const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * A one-time link: `password` lets the person named set a password, `first-admin` (no e-mail) makes the first admin.
 * An older unused link for the same end stops working.
 */
export async function createSetupLink(
  link: { readonly email: string | null; readonly purpose: "first-admin" | "password" },
  actorId: string | null,
): Promise<({ readonly ok: true } & FreshLink) | Refused<"unknown-user">> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + lifetime * 3_600_000);
  return transaction(async (tx) => {
    const user =
      link.purpose === "password" && link.email !== null
        ? await tx.user.findUnique({ where: { email: link.email.toLowerCase() }, select: { id: true } })
        : null;
    if (link.purpose === "password" && !user) return { ok: false, reason: "unknown-user" };
    const userId = user?.id ?? null;
    const id = newId();
    await tx.setupLink.updateMany({
      where: { purpose: link.purpose, userId, usedAt: null },
      data: { usedAt: new Date() },
    });
    await tx.setupLink.create({
      data: { id, tokenHash: hashOf(token), purpose: link.purpose, userId, expiresAt },
    });
    await recordEvent(tx, {
      actorId,
      action: "setup-link.create",
      subjectType: userId ? "user" : "setup-link",
      subjectId: userId ?? id,
      projectId: null,
      detail: { purpose: link.purpose },
    });
    return { ok: true, token, path: `/setup/${token}`, expiresAt: expiresAt.toISOString() };
  });
}

type RedeemReason = "unknown-link" | "email-taken" | "name-and-email-needed";

class LinkRefused extends Error {
  constructor(readonly reason: RedeemReason) {
    super(reason);
  }
}

interface Redeemer {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password: string;
}

async function makeFirstAdmin(tx: Transaction, person: Redeemer, passwordHash: string): Promise<string> {
  const { name, email } = person;
  if (!name || !email) throw new LinkRefused("name-and-email-needed");
  const id = newId();
  const data = [{ id, name, email: email.toLowerCase(), passwordHash, siteAdmin: true }];
  const { count } = await tx.user.createMany({ data, skipDuplicates: true });
  if (count === 0) throw new LinkRefused("email-taken");
  return id;
}

/**
 * Uses a link up: sets the password (and for the first admin makes the account). Used, expired and invented links look
 * the same. The caller has checked the password with `passwordSchema`.
 */
export async function redeemSetupLink(
  token: string,
  person: Redeemer,
): Promise<{ readonly ok: true; readonly userId: string } | Refused<RedeemReason>> {
  const known = await (await database()).setupLink.findUnique({
    where: { tokenHash: hashOf(token) },
    select: { id: true },
  });
  // Hashing is dear on purpose: not for tokens that anybody can invent.
  if (!known) return { ok: false, reason: "unknown-link" };
  const passwordHash = await hashPassword(person.password);
  try {
    return await transaction(async (tx) => {
      const [link] = await tx.$queryRaw<{ purpose: string; userId: string | null }[]>`
        UPDATE "SetupLink" SET "usedAt" = now()
        WHERE "tokenHash" = ${hashOf(token)} AND "usedAt" IS NULL AND "expiresAt" > now()
        RETURNING "purpose", "userId"`;
      if (!link) throw new LinkRefused("unknown-link");
      const userId = link.userId ?? (await makeFirstAdmin(tx, person, passwordHash));
      if (link.userId)
        await tx.user.update({
          where: { id: userId },
          data: { passwordHash, sessionVersion: { increment: 1 } },
          select: { id: true },
        });
      await recordEvent(tx, {
        actorId: userId,
        action: "setup-link.redeem",
        subjectType: "user",
        subjectId: userId,
        projectId: null,
        detail: { purpose: link.purpose },
      });
      return { ok: true, userId };
    });
  } catch (error) {
    if (error instanceof LinkRefused) return { ok: false, reason: error.reason };
    throw error;
  }
}
