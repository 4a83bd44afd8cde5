import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PUT } from "@/app/api/readings/[id]/changes/route";
import { GET } from "@/app/api/readings/[id]/route";
import { POST as submit } from "@/app/api/readings/[id]/submit/route";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { completeChanges, putRegion, regionOf, requestOf } from "@/lib/reading/testing/change";
import { type SeededCase, seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";

const asking: { actor: Actor | null; fails?: unknown } = { actor: null };
vi.mock("@/lib/auth/data/actor", () => ({
  actorOf: async () => {
    if (asking.fails) throw asking.fails;
    return asking.actor;
  },
}));

const database = testDatabase();

describe("PUT /api/readings/[id]/changes", () => {
  let seeded: SeededCase;
  let readingId = "";
  beforeAll(async () => {
    const project = await seedProject(database.client, "changes");
    asking.actor = await seedActor(database.client, "reader", [{ project, role: "reader" }]);
    seeded = await seedCase(database.client, project, { readersWanted: 1 });
    const opened = await openReading(asking.actor, seeded.id);
    if (opened.ok) readingId = opened.readingId;
  });

  const send = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const response = await PUT(
      new Request(`http://rr.test/api/readings/${readingId}/changes`, {
        method: "PUT",
        headers: {
          host: "rr.test",
          origin: "http://rr.test",
          "content-type": "application/json",
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
      { params: Promise.resolve({ id: readingId }) },
    );
    return { status: response.status, body: await response.json() };
  };
  const region = (change: object) => ({ ...requestOf(), changes: [{ ...putRegion(seeded), ...change }] });
  const decide = (value: object) => ({
    ...requestOf(),
    changes: [{ op: "put", part: "decision", id: seeded.drafts.caption.id, base: 0, value }],
  });

  it("names the field that is wrong", async () => {
    const { contentHash: draftHash } = seeded.drafts.caption;
    const wrong: readonly [unknown, string][] = [
      [{}, "key"],
      [{ ...requestOf(putRegion(seeded)), more: 1 }, "more"],
      [requestOf(), "changes"],
      [region({ base: -1 }), "changes.0.base"],
      [region({ id: "x" }), "changes.0.id"],
      [region({ value: regionOf(seeded, { points: [[1, 1]] }) }), "changes.0.value.points"],
      [region({ value: { ...regionOf(seeded), label: 3 } }), "changes.0.value.label"],
      [region({ value: { ...regionOf(seeded), owner: "me" } }), "changes.0.value.owner"],
      [region({ value: regionOf(seeded, { kind: "probe", points: [[99, 1]] }) }), "changes.0.value.points.0"],
      [region({ part: "poem" }), "changes.0.part"],
      [decide({ kind: "reject", draftHash, reasons: ["because"], note: "" }), "changes.0.value.reasons.0"],
      [decide({ kind: "accept", draftHash: "short" }), "changes.0.value.draftHash"],
      [decide({ kind: "cannot-judge", draftHash, note: "a\u0000b" }), "changes.0.value.note"],
      [decide({ kind: "cannot-judge", draftHash, note: "\ud800" }), "changes.0.value.note"],
      [region({ value: regionOf(seeded, { label: "half \udc00" }) }), "changes.0.value.label"],
    ];
    for (const [body, path] of wrong) {
      const answer = await send(body);
      expect(`${answer.status} ${answer.body.error} ${answer.body.path}`).toBe(`400 invalid ${path}`);
      expect(answer.body.message).toMatch(/\w/);
    }
    const infinite = JSON.stringify(region({})).replace("[1,1]", "[1e999,1]");
    expect((await send(infinite)).status).toBe(400);
    const poisoned = JSON.stringify(region({})).replace('"label":', '"__proto__":{"polluted":1},"label":');
    expect((await send(poisoned)).status).toBe(400);
    expect("polluted" in {}).toBe(false);
  });

  it("refuses what is no JSON, of another type, or too large", async () => {
    expect(await send("{")).toMatchObject({ status: 400, body: { error: "not-json" } });
    expect(await send({}, { "content-type": "text/plain" })).toMatchObject({ status: 415 });
    expect(await send(`"${"x".repeat(2 * 1024 * 1024)}"`)).toMatchObject({ status: 413 });
    const many = requestOf(...Array.from({ length: 501 }, () => putRegion(seeded)));
    expect(await send(many)).toMatchObject({ status: 400, body: { path: "changes" } });
  });

  it("saves, repeats, and answers a conflict with the server's value", async () => {
    const id = newId();
    const first = requestOf(putRegion(seeded, id));
    const saved = await send(first);
    expect(saved).toMatchObject({
      status: 200,
      body: { revision: 1, items: [{ part: "region", id, revision: 1 }] },
    });
    expect(new Date(saved.body.savedAt).toISOString()).toBe(saved.body.savedAt);
    expect(await send(first)).toEqual(saved);
    expect(await send({ ...first, changes: [putRegion(seeded)] })).toMatchObject({
      status: 422,
      body: { error: "key-reused" },
    });
    expect(await send(requestOf(putRegion(seeded, id, 0, { label: "mine" })))).toEqual({
      status: 409,
      body: { error: "conflict", conflicts: [{ part: "region", id, revision: 1, theirs: regionOf(seeded) }] },
    });
    expect(await send(decide({ kind: "accept", draftHash: "0".repeat(64) }))).toMatchObject({
      status: 409,
      body: { error: "draft-changed", draftId: seeded.drafts.caption.id },
    });
  });

  it("is closed after submitting, and to nobody's session", async () => {
    const saved = await send(requestOf(...completeChanges(seeded)));
    const done = await submit(
      new Request("http://rr.test/", {
        method: "POST",
        headers: { host: "rr.test", origin: "http://rr.test", "content-type": "application/json" },
        body: JSON.stringify({ revision: saved.body.revision }),
      }),
      { params: Promise.resolve({ id: readingId }) },
    );
    expect(done.status).toBe(200);
    expect(await send(requestOf(putRegion(seeded)))).toMatchObject({
      status: 409,
      body: { error: "submitted" },
    });
    const { actor } = asking;
    asking.actor = null;
    expect(await send(requestOf(putRegion(seeded)))).toMatchObject({
      status: 401,
      body: { error: "signed-out" },
    });
    asking.actor = actor;
  });

  it("says in a sentence that the database is away, or that something broke, and leaks nothing", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => {});
    asking.fails = Object.assign(new Error("connect ECONNREFUSED postgresql://user:pw@h"), {
      code: "ECONNREFUSED",
    });
    const away = await GET(new Request("http://rr.test/"), { params: Promise.resolve({ id: readingId }) });
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "2"]);
    asking.fails = new Error("SELECT secret FROM /srv/app/lib.ts");
    const broke = await GET(new Request("http://rr.test/"), { params: Promise.resolve({ id: readingId }) });
    expect(broke.status).toBe(500);
    expect((await away.text()) + (await broke.text())).not.toMatch(/postgresql|secret|\.ts/);
    expect(JSON.stringify(quiet.mock.calls)).not.toMatch(/secret|pw@/);
    delete asking.fails;
    quiet.mockRestore();
  });
});
