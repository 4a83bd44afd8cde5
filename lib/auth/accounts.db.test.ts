import { describe, expect, it } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { accountsAtStart, setupLinkFor } from "./data/members";
import { seedDemoUsers } from "./mutations/demo";
import { setRole } from "./mutations/members";
import { changePassword } from "./mutations/passwords";
import { createProject } from "./mutations/projects";
import { createSetupLink, redeemSetupLink } from "./mutations/setup-links";
import { verifySignIn } from "./mutations/sign-in";
import { addUser, disableUser, enableUser, setUserSettings, signOutEverywhere } from "./mutations/users";
import { demoAccounts } from "./rules";

const database = testDatabase();
const password = "a long enough password";

async function person(email: string): Promise<string> {
  const added = await addUser({ email, name: "Some One" }, null);
  const link = await createSetupLink({ email, purpose: "password" }, null);
  if (!added.ok || !link.ok) throw new Error("not added");
  await redeemSetupLink(link.token, { password });
  return added.userId;
}

async function project(slug: string): Promise<string> {
  const made = await createProject({ slug, name: slug }, null);
  if (!made.ok) throw new Error("not made");
  return made.projectId;
}

const versionOf = async (id: string) =>
  (await database.client.user.findUniqueOrThrow({ where: { id } })).sessionVersion;
const eventsOf = (subjectId: string) =>
  database.client.auditEvent
    .findMany({ where: { subjectId }, orderBy: { id: "asc" } })
    .then((events) => events.map((event) => event.action));
const signIn = (email: string, given = password, address = "direct") =>
  verifySignIn({ email, password: given, address });

describe("accounts", () => {
  it("go from a link to a sign-in, once, with an event for each step", async () => {
    const added = await addUser({ email: "New@Example.org", name: "New" }, null);
    if (!added.ok) throw new Error("not added");
    expect(await addUser({ email: "new@example.ORG", name: "Twin" }, null)).toEqual({
      ok: false,
      reason: "email-taken",
    });
    expect(await signIn("new@example.org")).toEqual({ ok: false, reason: "wrong-credentials" });
    const link = await createSetupLink({ email: "new@example.org", purpose: "password" }, null);
    if (!link.ok) throw new Error("no link");
    expect(await setupLinkFor(link.token)).toEqual({ purpose: "password", email: "new@example.org" });
    const uses = await Promise.all([1, 2, 3].map(() => redeemSetupLink(link.token, { password })));
    expect(uses.filter((use) => use.ok)).toHaveLength(1);
    expect(uses.filter((use) => !use.ok)).toEqual(Array(2).fill({ ok: false, reason: "unknown-link" }));
    expect(await setupLinkFor(link.token)).toBeNull();
    expect(await signIn("NEW@example.org")).toMatchObject({ ok: true, userId: added.userId });
    expect(await eventsOf(added.userId)).toEqual([
      "user.add",
      "setup-link.create",
      "setup-link.redeem",
      "user.sign-in",
    ]);
    const { tokenHash } = await database.client.setupLink.findFirstOrThrow({
      where: { userId: added.userId },
    });
    expect(tokenHash).not.toContain(link.token);
  });

  it("make the first admin by a link of its own, and the newer link replaces the older", async () => {
    expect((await accountsAtStart()).siteAdmin).toBe(false);
    const old = await createSetupLink({ email: null, purpose: "first-admin" }, null);
    const link = await createSetupLink({ email: null, purpose: "first-admin" }, null);
    if (!link.ok || !old.ok) throw new Error("no link");
    expect(await redeemSetupLink(old.token, { password })).toEqual({ ok: false, reason: "unknown-link" });
    expect(await redeemSetupLink(link.token, { password })).toEqual({
      ok: false,
      reason: "name-and-email-needed",
    });
    const admin = { name: "First", email: "first@example.org", password };
    expect(await redeemSetupLink(link.token, admin)).toMatchObject({ ok: true });
    expect((await accountsAtStart()).siteAdmin).toBe(true);
  });

  it("refuse an expired link", async () => {
    await addUser({ email: "late@example.org", name: "Late" }, null);
    const link = await createSetupLink({ email: "late@example.org", purpose: "password" }, null);
    if (!link.ok) throw new Error("no link");
    await database.client.$executeRaw`UPDATE "SetupLink" SET "expiresAt" = now() - interval '1 second'`;
    expect(await redeemSetupLink(link.token, { password })).toMatchObject({ reason: "unknown-link" });
  });

  it("end every session on disabling, role change, password change, reset and sign-out", async () => {
    const id = await person("sessions@example.org");
    await project("sessions");
    const seen = [await versionOf(id)];
    const then = async (step: Promise<unknown>) => {
      await step;
      seen.push(await versionOf(id));
    };
    await then(setRole({ email: "sessions@example.org", projectSlug: "sessions", role: "reader" }, null));
    await then(changePassword(id, { current: password, next: "another long password" }));
    const link = await createSetupLink({ email: "sessions@example.org", purpose: "password" }, null);
    if (link.ok) await then(redeemSetupLink(link.token, { password }));
    await then(signOutEverywhere(id, id));
    await then(disableUser("sessions@example.org", null));
    const first = seen[0] ?? 0;
    expect(seen).toEqual([0, 1, 2, 3, 4, 5].map((step) => first + step));
    expect(await signIn("sessions@example.org")).toEqual({ ok: false, reason: "wrong-credentials" });
    await enableUser("sessions@example.org", null);
    expect(await signIn("sessions@example.org")).toMatchObject({ ok: true });
    expect(await changePassword(id, { current: "wrong", next: password })).toMatchObject({
      reason: "wrong-password",
    });
  });

  it("merge settings key by key", async () => {
    const id = await person("settings@example.org");
    await setUserSettings(id, { theme: "dark", showTimer: true });
    await setUserSettings(id, { showTimer: false });
    const { settings } = await database.client.user.findUniqueOrThrow({ where: { id } });
    expect(settings).toEqual({ theme: "dark", showTimer: false });
  });

  it("seed the demo once", async () => {
    const projectId = await project("demo");
    expect((await accountsAtStart()).demo).toBe(false);
    expect(await seedDemoUsers(projectId)).toEqual(demoAccounts);
    await seedDemoUsers(projectId);
    expect(await database.client.membership.count({ where: { projectId } })).toBe(4);
    expect((await accountsAtStart()).demo).toBe(true);
    for (const { email, password: published } of demoAccounts)
      expect(await signIn(email, published)).toMatchObject({ ok: true });
  });
});

describe("the last admin", () => {
  it("stays, also when two take each other out at once", async () => {
    const projectId = await project("admins");
    const emails = ["one@example.org", "two@example.org"];
    for (const email of emails) {
      await person(email);
      await setRole({ email, projectSlug: "admins", role: "admin" }, null);
    }
    const outcomes = await Promise.all(
      emails.map((email) => setRole({ email, projectSlug: "admins", role: "reader" }, null)),
    );
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    const { user } = await database.client.membership.findFirstOrThrow({
      where: { projectId, role: "admin" },
      include: { user: true },
    });
    expect(await setRole({ email: user.email, projectSlug: "admins", role: null }, null)).toEqual({
      ok: false,
      reason: "last-admin",
    });
    expect(await disableUser(user.email, null)).toEqual({ ok: false, reason: "last-admin" });
    expect(await database.client.membership.count({ where: { projectId, role: "admin" } })).toBe(1);
  });
});

describe("the limiter", () => {
  it("stops the sixth try of an account from one address, right password or not, and no other address", async () => {
    await person("target@example.org");
    for (let attempt = 1; attempt <= 5; attempt++)
      expect(await signIn("target@example.org", "wrong")).toMatchObject({ reason: "wrong-credentials" });
    expect(await signIn("target@example.org")).toMatchObject({ ok: false, reason: "throttled" });
    expect(await signIn("target@example.org", password, "192.0.2.7")).toMatchObject({ ok: true });
    await database.client
      .$executeRaw`UPDATE "LoginThrottle" SET "windowStart" = now() - interval '16 minutes'`;
    expect(await signIn("target@example.org")).toMatchObject({ ok: true });
  });

  it("lets no parallel guesses slip through, and forgets failures after a success", async () => {
    await person("many@example.org");
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => signIn("many@example.org", "wrong", "192.0.2.8")),
    );
    expect(tries.filter((one) => !one.ok && one.reason === "wrong-credentials")).toHaveLength(5);
    await person("clumsy@example.org");
    for (let round = 0; round < 3; round++) {
      for (let miss = 0; miss < 4; miss++) await signIn("clumsy@example.org", "wrong", "192.0.2.9");
      expect(await signIn("clumsy@example.org", password, "192.0.2.9")).toMatchObject({ ok: true });
    }
  });

  it("stops an address after 100 failures, whatever the names", async () => {
    await database.client.loginThrottle.deleteMany();
    await person("bystander@example.org");
    await signIn("anybody@example.org", "wrong", "192.0.2.10");
    await database.client.$executeRaw`UPDATE "LoginThrottle" SET "failures" = 100 WHERE "failures" = 1`;
    expect(await signIn("bystander@example.org", password, "192.0.2.10")).toMatchObject({
      reason: "throttled",
    });
  });

  it("takes as long for an unknown name as for a wrong password", async () => {
    await person("known@example.org");
    const time = async (email: string, index: number) => {
      const start = performance.now();
      await signIn(email, "wrong", `198.51.100.${index}`);
      return performance.now() - start;
    };
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const known: number[] = [];
    const unknown: number[] = [];
    for (let index = 0; index < 20; index++) {
      known.push(await time("known@example.org", index));
      unknown.push(await time("unknown@example.org", index));
    }
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(20);
  });
});
