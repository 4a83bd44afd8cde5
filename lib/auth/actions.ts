"use server";

import type { z } from "zod";
import { actorOf, projectFor } from "./data/actor";
import { membersOf } from "./data/members";
import { setRole } from "./mutations/members";
import { changePassword } from "./mutations/passwords";
import { createSetupLink, redeemSetupLink } from "./mutations/setup-links";
import { addUser, disableUser, enableUser, setUserSettings, signOutEverywhere } from "./mutations/users";
import {
  type AddMemberInput,
  addMemberSchema,
  type ChangePasswordInput,
  type ChangeRoleInput,
  changePasswordSchema,
  changeRoleSchema,
  type MemberInput,
  memberSchema,
  type RedeemLinkInput,
  redeemLinkSchema,
  type UserSettings,
  userSettingsSchema,
} from "./schema";
import type { FreshLink, Refused } from "./types";

type ActionRefusal =
  | { readonly ok: false; readonly reason: "invalid"; readonly path: string; readonly message: string }
  | Refused<"signed-out" | "not-found">;

const invalid = (error: z.ZodError): ActionRefusal => {
  const issue = error.issues[0];
  return {
    ok: false,
    reason: "invalid",
    path: (issue?.path ?? []).join("."),
    message: issue?.message ?? "That was not understood.",
  };
};

/** An admin and their project, or why not. Being unknown and being refused look the same. */
async function managed(slug: string) {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" } as const;
  const project = await projectFor(actor, slug, "member.manage");
  if (!project) return { ok: false, reason: "not-found" } as const;
  return { ok: true, actor, project } as const;
}

async function managedMember(input: MemberInput) {
  const parsed = memberSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const door = await managed(parsed.data.projectSlug);
  if (!door.ok) return door;
  const member = (await membersOf(door.actor, door.project.id)).find(
    (row) => row.userId === parsed.data.userId,
  );
  return member ? { ...door, member } : ({ ok: false, reason: "not-found" } as const);
}

/** Adds a person to a project. Someone new gets a link to choose a password; someone known just gets the role. */
export async function addMember(
  input: AddMemberInput,
): Promise<
  | { readonly ok: true; readonly userId: string; readonly link: FreshLink | null }
  | ActionRefusal
  | Refused<"already-member">
> {
  const parsed = addMemberSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const door = await managed(parsed.data.projectSlug);
  if (!door.ok) return door;
  const { email, name, role, projectSlug } = parsed.data;
  const members = await membersOf(door.actor, door.project.id);
  if (members.some((member) => member.email === email)) return { ok: false, reason: "already-member" };
  const added = await addUser({ email, name }, door.actor.id);
  const given = await setRole({ email, projectSlug, role }, door.actor.id);
  if (!given.ok) return { ok: false, reason: "not-found" };
  const link = added.ok ? await createSetupLink({ email, purpose: "password" }, door.actor.id) : null;
  return { ok: true, userId: given.userId, link: link?.ok ? link : null };
}

/** Changes a member's role; null takes the person out of the project. */
export async function changeMemberRole(
  input: ChangeRoleInput,
): Promise<{ readonly ok: true } | ActionRefusal | Refused<"last-admin">> {
  const parsed = changeRoleSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { projectSlug, userId, role } = parsed.data;
  const door = await managedMember({ projectSlug, userId });
  if (!door.ok) return door;
  const changed = await setRole({ email: door.member.email, projectSlug, role }, door.actor.id);
  if (changed.ok) return { ok: true };
  return { ok: false, reason: changed.reason === "last-admin" ? "last-admin" : "not-found" };
}

type AccountChange = { readonly ok: true } | ActionRefusal | Refused<"last-admin" | "other-projects">;

async function changeAccount(input: MemberInput, change: typeof disableUser): Promise<AccountChange> {
  const door = await managedMember(input);
  if (!door.ok) return door;
  if (!door.member.manageable) return { ok: false, reason: "other-projects" };
  const changed = await change(door.member.email, door.actor.id);
  if (changed.ok) return { ok: true };
  return { ok: false, reason: changed.reason === "last-admin" ? "last-admin" : "not-found" };
}

/** The person cannot sign in any more and every session ends now. What they read stays theirs. */
export async function disableMember(input: MemberInput): Promise<AccountChange> {
  return changeAccount(input, disableUser);
}

export async function enableMember(input: MemberInput): Promise<AccountChange> {
  return changeAccount(input, enableUser);
}

/** A one-time link with which the member chooses a new password. */
export async function makeResetLink(
  input: MemberInput,
): Promise<({ readonly ok: true } & FreshLink) | ActionRefusal | Refused<"other-projects">> {
  const door = await managedMember(input);
  if (!door.ok) return door;
  if (!door.member.manageable) return { ok: false, reason: "other-projects" };
  const link = await createSetupLink({ email: door.member.email, purpose: "password" }, door.actor.id);
  return link.ok ? link : { ok: false, reason: "not-found" };
}

/** Uses a setup link up. Open to everybody: the token is the proof. */
export async function redeemLink(
  input: RedeemLinkInput,
): Promise<
  { readonly ok: true } | ActionRefusal | Refused<"unknown-link" | "email-taken" | "name-and-email-needed">
> {
  const parsed = redeemLinkSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { token, ...person } = parsed.data;
  const redeemed = await redeemSetupLink(token, person);
  return redeemed.ok ? { ok: true } : redeemed;
}

/** A new password for oneself; every session ends, this one too. */
export async function changeOwnPassword(
  input: ChangePasswordInput,
): Promise<{ readonly ok: true } | ActionRefusal | Refused<"wrong-password" | "throttled">> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = changePasswordSchema.safeParse(input);
  return parsed.success ? changePassword(actor.id, parsed.data) : invalid(parsed.error);
}

export async function endOwnSessions(): Promise<{ readonly ok: true } | ActionRefusal> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  await signOutEverywhere(actor.id, actor.id);
  return { ok: true };
}

export async function saveSettings(patch: UserSettings): Promise<{ readonly ok: true } | ActionRefusal> {
  const actor = await actorOf();
  if (!actor) return { ok: false, reason: "signed-out" };
  const parsed = userSettingsSchema.safeParse(patch);
  if (!parsed.success) return invalid(parsed.error);
  await setUserSettings(actor.id, parsed.data);
  return { ok: true };
}
