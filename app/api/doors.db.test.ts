import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Door, type DoorRole, type DoorSubject, doorRoles } from "@/e2e/doors/door";
import { doors } from "@/e2e/doors/table";
import type { Actor } from "@/lib/auth/types";
import { testDatabase } from "@/lib/db/testing/test-database";
import { seedComparison } from "@/lib/evaluation/testing/seed-comparison";
import { seedRun } from "@/lib/jobs/testing/seed-run";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { type SeededProject, seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { storeFile } from "@/lib/storage/data";

const asking: { actor: Actor | null } = { actor: null };
vi.mock("@/lib/auth/data/actor", async (original) => ({
  ...(await original<typeof import("@/lib/auth/data/actor")>()),
  actorOf: async () => asking.actor,
}));

const app = join(import.meta.dirname, "..");
const files = readdirSync(app, { recursive: true, encoding: "utf8" });

/** The route a file serves: folders in brackets are names of parameters, those in parentheses only group. */
const routeOf = (file: string) =>
  `/${file
    .split("/")
    .slice(0, -1)
    .filter((folder) => !/^\(.*\)$/.test(folder))
    .join("/")}`;

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

async function handlersIn(file: string): Promise<ReadonlyMap<string, Handler>> {
  const module: Readonly<Record<string, unknown>> = await import(/* @vite-ignore */ join(app, file));
  const found = Object.entries(module).filter(([name]) => methods.includes(name));
  return new Map(found as [string, Handler][]);
}

function paramsOf(route: string, path: string): Record<string, string | string[]> {
  const given = path.split("?")[0]?.split("/") ?? [];
  return Object.fromEntries(
    route.split("/").flatMap((folder, index) => {
      const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(folder) ?? [];
      if (!name) return [];
      return [[name, rest ? given.slice(index) : (given[index] ?? "")]];
    }),
  );
}

const database = testDatabase();

describe("every door", () => {
  const people = {} as Record<DoorRole, Actor | null>;
  const projects: SeededProject[] = [];
  const owners: Actor[] = [];
  let objectKey = "";
  const routes = new Map<string, ReadonlyMap<string, Handler>>();

  beforeAll(async () => {
    process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "doors-"));
    writeFileSync(join(process.env.DATA_DIR, "pixels"), "abcdefghijkl");
    objectKey = await storeFile("objects", join(process.env.DATA_DIR, "pixels"));
    for (const file of files.filter((name) => /(^|\/)route\.ts$/.test(name)))
      routes.set(routeOf(file), await handlersIn(file));
    for (const slug of ["here", "elsewhere"]) projects.push(await seedProject(database.client, slug));
    const [here, elsewhere] = projects;
    if (!here || !elsewhere) throw new Error("no projects");
    people.anonymous = null;
    people.outsider = await seedActor(database.client, "outsider", []);
    for (const role of ["reader", "adjudicator", "admin"] as const)
      people[role] = await seedActor(database.client, role, [{ project: here, role }]);
    for (const project of projects)
      owners.push(await seedActor(database.client, "owner", [{ project, role: "reader" }]));
  });

  async function subjectIn(index: number, held: boolean): Promise<DoorSubject> {
    const project = projects[index];
    const other = owners[index];
    // Elsewhere the reader of this project has no reading: somebody of that project owns both.
    const reader = index === 0 ? people.reader : other;
    if (!project || !other || !reader) throw new Error("no project");
    const seeded = await seedCase(database.client, project, { objectKey });
    const own = await openReading(reader, seeded.id);
    const others = await openReading(other, seeded.id);
    if (!own.ok || !others.ok) throw new Error("not opened");
    if (held) await database.client.caseRecord.update({ where: { id: seeded.id }, data: { state: "held" } });
    return {
      projectSlug: project.slug,
      caseId: seeded.id,
      instanceId: seeded.instanceId,
      imageId: seeded.imageId,
      readingId: own.readingId,
      otherReadingId: others.readingId,
      runId: await seedRun(database.client, project.id, seeded.id),
      comparisonId: await seedComparison(database.client, project.id),
      draft: seeded.drafts.caption,
    };
  }

  async function knock(
    door: Door,
    subject: DoorSubject,
    headers: Readonly<Record<string, string>> = { origin: "http://rr.test" },
  ): Promise<Response> {
    const handler = routes.get(door.route)?.get(door.method);
    if (!handler) throw new Error(`no handler for ${door.method} ${door.route}`);
    const path = door.path(subject);
    const body = door.body ? { body: JSON.stringify(door.body(subject)) } : {};
    const request = new Request(`http://rr.test${path}`, {
      method: door.method,
      headers: { host: "rr.test", "content-type": "application/json", ...headers },
      ...body,
    });
    return handler(request, { params: Promise.resolve(paramsOf(door.route, path)) });
  }

  it("has a row in the table, and every row a door", () => {
    const rows = new Set(doors.map((door) => `${door.method} ${door.route}`));
    const handlers = [...routes].flatMap(([route, found]) =>
      [...found.keys()].map((method) => `${method} ${route}`),
    );
    const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file)).map((file) => `GET ${routeOf(file)}`);
    expect([...handlers, ...pages].filter((door) => !rows.has(door))).toEqual([]);
    const api = [...rows].filter((row) => row.includes(" /api/"));
    expect(api.filter((row) => !handlers.includes(row))).toEqual([]);
  });

  const called = doors.filter((door) => !door.overHttpOnly);
  const nameOf = (door: Door) => `${door.method} ${door.route}${door.when ? ` (${door.when})` : ""}`;

  it.each(called.map((door) => [nameOf(door), door] as const))("%s", async (_, door) => {
    for (const role of doorRoles)
      for (const [index, expected] of [door.here, door.elsewhere].entries()) {
        const subject = await subjectIn(index, door.held ?? false);
        asking.actor = people[role];
        const response = await knock(door, subject);
        const text = await response.text();
        expect(
          `${role} ${response.status}`,
          `${nameOf(door)} ${index === 0 ? "here" : "elsewhere"}: ${text}`,
        ).toBe(`${role} ${expected[role]}`);
        expect(response.headers.get("cache-control")).toMatch(
          /^private, (no-store|max-age=31536000, immutable)$/,
        );
        expect(response.headers.get("vary")).toBe("Cookie");
        if (response.status !== 200) expect(text).not.toMatch(/Canary|[0-9a-f]{64}|node_modules|prisma/i);
      }
  });

  it.each(called.filter((door) => door.method !== "GET").map((door) => [nameOf(door), door] as const))(
    "%s takes nothing from another site",
    async (_, door) => {
      const subject = await subjectIn(0, false);
      asking.actor = people.reader;
      for (const headers of [
        { origin: "http://evil.test" },
        { origin: "null" },
        {},
        { origin: "http://evil.test", "x-forwarded-host": "evil.test" },
        { "sec-fetch-site": "cross-site" },
      ])
        expect((await knock(door, subject, headers as Record<string, string>)).status).toBe(403);
      const reading = await database.client.reading.findUniqueOrThrow({ where: { id: subject.readingId } });
      expect(reading).toMatchObject({ revision: 0, state: "open", activeSeconds: 0 });
    },
  );

  it("gives pixels as what they are, by range, and nothing for a frame that is not there", async () => {
    const subject = await subjectIn(0, false);
    asking.actor = people.reader;
    const frames = called.find((door) => door.route.endsWith("[frame]"));
    if (!frames) throw new Error("no such door");
    const at = (frame: string) =>
      knock({ ...frames, path: (on) => `/api/instances/${on.instanceId}/frames/${frame}` }, subject);
    const second = await at("2");
    expect(await second.text()).toBe("fghijkl");
    expect(Object.fromEntries(second.headers)).toMatchObject({
      "content-type": "image/jphc; transfer-syntax=1.2.840.10008.1.2.4.201",
      "content-length": "7",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    });
    for (const frame of ["0", "3", "-1", "1.5", "x", "1e0"]) expect((await at(frame)).status).toBe(404);
  });
});
