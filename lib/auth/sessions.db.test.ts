import type { NextApiRequest, NextApiResponse } from "next";
import { getServerSession } from "next-auth";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { testDatabase } from "@/lib/db/testing/test-database";
import { actorBehind } from "./data/behind";
import { authOptions } from "./data/session";
import { refreshedCookie, sessionCookie } from "./data/session-token";
import { addUser, signOutEverywhere } from "./mutations/users";

const database = testDatabase();
const secret = "q8Zr4tM1xV7bN0cK5jL2wP9sD3fG6hYe";
vi.stubEnv("NEXTAUTH_SECRET", secret);

const now = () => Math.floor(Date.now() / 1000);

async function actorWith(cookie: string) {
  const request = { cookies: { [sessionCookie().name]: cookie }, headers: { host: "127.0.0.1:3000" } };
  const response = { getHeader: () => undefined, setHeader: () => undefined };
  const session = await getServerSession(
    request as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    authOptions(),
  );
  return session?.claims ? actorBehind(session.claims) : null;
}

describe("a session cookie", () => {
  let userId = "";
  const cookie = (change: object = {}) =>
    encode({
      secret,
      token: { userId, sessionVersion: 1, began: now(), seen: now(), ...change },
    });
  beforeAll(async () => {
    const added = await addUser({ email: "cookie@example.org", name: "Cookie" }, null);
    if (added.ok) userId = added.userId;
  });

  it("names its actor, and nothing of it but what the database says", async () => {
    expect(await actorWith(await cookie({ siteAdmin: true, name: "Forged" }))).toEqual({
      id: userId,
      name: "Cookie",
      email: "cookie@example.org",
      siteAdmin: false,
      sessionVersion: 1,
    });
  });

  it("counts no more when idle, old, sealed with another secret, or without claims", async () => {
    expect(await actorWith(await cookie({ seen: now() - 7300 }))).toBeNull();
    expect(await actorWith(await cookie({ began: now() - 43_300 }))).toBeNull();
    expect(await actorWith(await encode({ secret: `${secret}x`, token: { userId } }))).toBeNull();
    expect(await actorWith(await encode({ secret, token: { sub: userId } }))).toBeNull();
    expect(await actorWith("rubbish")).toBeNull();
  });

  it("slides with use, and only while it counts", async () => {
    const fresh = await refreshedCookie(await cookie({ seen: now() - 3600 }));
    expect(fresh && (await actorWith(fresh))?.id).toBe(userId);
    expect(await refreshedCookie(await cookie())).toBeNull();
    expect(await refreshedCookie(await cookie({ seen: now() - 7300 }))).toBeNull();
    expect(await refreshedCookie("rubbish")).toBeNull();
  });

  it("ends with the next request after its version was raised or its person disabled", async () => {
    const old = await cookie();
    await signOutEverywhere(userId, userId);
    expect(await actorWith(old)).toBeNull();
    expect(await actorWith(await cookie({ sessionVersion: 2 }))).not.toBeNull();
    await database.client.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await actorWith(await cookie({ sessionVersion: 2 }))).toBeNull();
  });

  it("is host-bound and secure under TLS", () => {
    expect(sessionCookie()).toEqual({
      name: "reading-room.session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
    });
    vi.stubEnv("NEXTAUTH_URL", "https://rr.example");
    expect(sessionCookie()).toMatchObject({ name: "__Host-reading-room.session", options: { secure: true } });
    vi.stubEnv("NEXTAUTH_URL", undefined);
  });
});
