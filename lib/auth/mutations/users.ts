import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { type Transaction, transaction } from "@/lib/db/client";
import { emailSchema, nameSchema, type UserSettings } from "../schema";
import type { Refused } from "../types";
import { wouldLeaveNoAdmin } from "./last-admin";

interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly siteAdmin?: boolean;
}

/**
 * A person who cannot sign in until a link set a password (`createSetupLink`).
 * @throws ZodError for an e-mail address or name that is none.
 */
export async function addUser(
  user: NewUser,
  actorId: string | null,
): Promise<{ readonly ok: true; readonly userId: string } | Refused<"email-taken">> {
  const data = {
    id: newId(),
    email: emailSchema.parse(user.email),
    name: nameSchema.parse(user.name),
    siteAdmin: user.siteAdmin ?? false,
  };
  return transaction(async (tx) => {
    const { count } = await tx.user.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) return { ok: false, reason: "email-taken" };
    await recordEvent(tx, {
      actorId,
      action: "user.add",
      subjectType: "user",
      subjectId: data.id,
      projectId: null,
      detail: { siteAdmin: data.siteAdmin },
    });
    return { ok: true, userId: data.id };
  });
}

type UserChange = { readonly ok: true; readonly userId: string } | Refused<"unknown-user" | "last-admin">;

async function userNamed(tx: Transaction, email: string): Promise<string | null> {
  const user = await tx.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } });
  return user?.id ?? null;
}

async function setDisabled(email: string, disabled: boolean, actorId: string | null): Promise<UserChange> {
  return transaction(async (tx) => {
    const userId = await userNamed(tx, email);
    if (!userId) return { ok: false, reason: "unknown-user" };
    if (disabled && (await wouldLeaveNoAdmin(tx, userId))) return { ok: false, reason: "last-admin" };
    await tx.user.update({
      where: { id: userId },
      data: { disabledAt: disabled ? new Date() : null, sessionVersion: { increment: 1 } },
      select: { id: true },
    });
    await recordEvent(tx, {
      actorId,
      action: disabled ? "user.disable" : "user.enable",
      subjectType: "user",
      subjectId: userId,
      projectId: null,
    });
    return { ok: true, userId };
  });
}

/** Ends every session at once and refuses new ones. The last admin of a project stays. */
export const disableUser = (email: string, actorId: string | null) => setDisabled(email, true, actorId);
export const enableUser = (email: string, actorId: string | null) => setDisabled(email, false, actorId);

/** Every cookie of the person stops counting with the next request. */
export async function signOutEverywhere(
  userId: string,
  actorId: string | null,
  action: "user.sign-out" | "user.sign-out-everywhere" = "user.sign-out-everywhere",
): Promise<void> {
  await transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId },
      data: { sessionVersion: { increment: 1 } },
    });
    if (count > 0)
      await recordEvent(tx, { actorId, action, subjectType: "user", subjectId: userId, projectId: null });
  });
}

/** Merges a person's own settings; a key that is not in the patch stays. */
export async function setUserSettings(userId: string, patch: UserSettings): Promise<void> {
  await transaction(
    (tx) =>
      tx.$executeRaw`UPDATE "User" SET "settings" = "settings" || ${JSON.stringify(patch)}::jsonb WHERE "id" = ${userId}::uuid`,
  );
}
