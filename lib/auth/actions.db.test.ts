import { beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { type SeededProject, seedActor, seedProject } from "@/lib/reading/testing/seed-case";
import {
  addMember,
  changeMemberRole,
  changeOwnPassword,
  disableMember,
  enableMember,
  endOwnSessions,
  makeResetLink,
  redeemLink,
  saveSettings,
} from "./actions";
import { membersOf } from "./data/members";
import type { AddMemberInput } from "./schema";
import type { Actor } from "./types";

const asking: { actor: Actor | null } = { actor: null };
vi.mock("./data/actor", async (original) => ({
  ...(await original<typeof import("./data/actor")>()),
  actorOf: async () => asking.actor,
}));

const database = testDatabase();

describe("the members page's actions", () => {
  let here: SeededProject;
  let there: SeededProject;
  let admin: Actor;
  let reader: Actor;
  let shared: Actor;
  beforeAll(async () => {
    here = await seedProject(database.client, "here");
    there = await seedProject(database.client, "there");
    admin = await seedActor(database.client, "admin", [{ project: here, role: "admin" }]);
    reader = await seedActor(database.client, "reader", [{ project: here, role: "reader" }]);
    shared = await seedActor(database.client, "shared", [
      { project: here, role: "reader" },
      { project: there, role: "admin" },
    ]);
  });

  const everything = () =>
    Promise.all([
      database.client.membership.findMany({ orderBy: [{ userId: "asc" }, { projectId: "asc" }] }),
      database.client.user.findMany({ orderBy: { id: "asc" } }),
      database.client.setupLink.count(),
    ]);

  it("do nothing for anybody but an admin of that project", async () => {
    const before = await everything();
    const member = { projectSlug: "here", userId: reader.id };
    const input = { projectSlug: "here", email: "x@example.org", name: "X", role: "admin" } as const;
    for (const [actor, reason] of [
      [null, "signed-out"],
      [reader, "not-found"],
      [shared, "not-found"],
    ] as const) {
      asking.actor = actor;
      for (const outcome of [
        await addMember(input),
        await changeMemberRole({ ...member, role: "admin" }),
        await disableMember(member),
        await enableMember(member),
        await makeResetLink(member),
      ])
        expect(outcome).toEqual({ ok: false, reason });
    }
    asking.actor = admin;
    for (const slug of ["there", "nowhere"])
      expect(await addMember({ ...input, projectSlug: slug })).toEqual({ ok: false, reason: "not-found" });
    expect(
      await disableMember({ projectSlug: "here", userId: (await seedActor(database.client, "no", [])).id }),
    ).toEqual({
      ok: false,
      reason: "not-found",
    });
    const after = await everything();
    expect([after[0], after[1].length - 1, after[2]]).toEqual([before[0], before[1].length, before[2]]);
  });

  it("add, change, disable and reset within the project", async () => {
    asking.actor = admin;
    const input = {
      projectSlug: "here",
      email: "New.One@example.org",
      name: "New One",
      role: "reader",
    } as const;
    const added = await addMember(input);
    if (!added.ok || !added.link) throw new Error("not added");
    expect(await addMember(input)).toEqual({ ok: false, reason: "already-member" });
    const rows = await membersOf(admin, here.id);
    expect(rows.find((row) => row.userId === added.userId)).toEqual({
      userId: added.userId,
      name: "New One",
      email: "new.one@example.org",
      role: "reader",
      disabled: false,
      pending: true,
      lastSeen: null,
      manageable: true,
    });
    const token = added.link.token;
    expect(await redeemLink({ token, password: "short" })).toMatchObject({
      reason: "invalid",
      path: "password",
    });
    expect(await redeemLink({ token, password: "long enough by far" })).toEqual({ ok: true });
    expect(await redeemLink({ token, password: "long enough by far" })).toEqual({
      ok: false,
      reason: "unknown-link",
    });
    const member = { projectSlug: "here", userId: added.userId };
    expect(await changeMemberRole({ ...member, role: "adjudicator" })).toEqual({ ok: true });
    expect(await makeResetLink(member)).toMatchObject({ ok: true });
    expect(await disableMember(member)).toEqual({ ok: true });
    expect(await enableMember(member)).toEqual({ ok: true });
    expect(await changeMemberRole({ ...member, role: null })).toEqual({ ok: true });
    expect(await changeMemberRole({ projectSlug: "here", userId: admin.id, role: "reader" })).toEqual({
      ok: false,
      reason: "last-admin",
    });
    expect(await disableMember({ projectSlug: "here", userId: admin.id })).toEqual({
      ok: false,
      reason: "last-admin",
    });
    const events = await database.client.auditEvent.findMany({
      where: { subjectId: added.userId },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => event.action)).toEqual([
      "user.add",
      "member.set-role",
      "setup-link.create",
      "setup-link.redeem",
      "member.set-role",
      "setup-link.create",
      "user.disable",
      "user.enable",
      "member.remove",
    ]);
    expect(JSON.stringify(events.map((event) => event.detail))).not.toContain("@");
  });

  it("give no power over an account that belongs to another project too", async () => {
    asking.actor = admin;
    const member = { projectSlug: "here", userId: shared.id };
    expect(await makeResetLink(member)).toEqual({ ok: false, reason: "other-projects" });
    expect(await disableMember(member)).toEqual({ ok: false, reason: "other-projects" });
    asking.actor = await seedActor(database.client, "site", [], true);
    expect(await makeResetLink(member)).toMatchObject({ ok: true });
  });

  it("refuse fields that are not theirs to set", async () => {
    asking.actor = admin;
    const more = { projectSlug: "here", email: "y@example.org", name: "Y", role: "reader", siteAdmin: true };
    expect(await addMember(more as AddMemberInput)).toMatchObject({ ok: false, reason: "invalid" });
    asking.actor = reader;
    expect(await saveSettings({ theme: "dark", siteAdmin: true } as object)).toMatchObject({
      reason: "invalid",
    });
    expect(await saveSettings({ theme: "dark" })).toEqual({ ok: true });
    expect(await changeOwnPassword({ current: "x", next: "y" })).toMatchObject({
      reason: "invalid",
      path: "next",
    });
    expect(await endOwnSessions()).toEqual({ ok: true });
    const row = await database.client.user.findUniqueOrThrow({ where: { id: reader.id } });
    expect(row).toMatchObject({ siteAdmin: false, settings: { theme: "dark" }, sessionVersion: 2 });
  });
});
