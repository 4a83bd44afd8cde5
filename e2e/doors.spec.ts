import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { seedComparison } from "@/lib/evaluation/testing/seed-comparison";
import { seedRun } from "@/lib/jobs/testing/seed-run";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { type SeededProject, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { type Door, type DoorRole, type DoorSubject, doorRoles } from "./doors/door";
import { doors } from "./doors/table";
import { addPerson, openStage, type Person, type Stage, sessionOf, storeLetters } from "./stage";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Routes of the build: what Next really serves, whatever the folders say. */
function builtRoutes(): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(".next", "app-path-routes-manifest.json"), "utf8")) as Record<
    string,
    string
  >;
  // The page for an error of the layout itself has no address.
  return [...new Set(Object.values(manifest))].filter((route) => route !== "/_global-error").sort();
}

const nameOf = (door: Door) => `${door.method} ${door.route}${door.when ? ` (${door.when})` : ""}`;

interface House {
  readonly stage: Stage;
  readonly origin: string;
  readonly projects: readonly [SeededProject, SeededProject];
  readonly people: Readonly<Record<Exclude<DoorRole, "anonymous">, Person>>;
  readonly owners: readonly [Person, Person];
  readonly cookies: Readonly<Record<DoorRole, string>>;
  readonly objectKey: string;
}

let house: House;
const kept = new Map<string, DoorSubject>();

async function subjectIn(index: 0 | 1, held: boolean): Promise<DoorSubject> {
  const { stage, projects, people, owners, objectKey } = house;
  const other = owners[index];
  // Elsewhere the reader of this project has no reading: somebody of that project owns both.
  const reader = index === 0 ? people.reader : other;
  const seeded = await seedCase(stage, projects[index], { objectKey });
  const own = await openReading(reader.actor, seeded.id);
  const others = await openReading(other.actor, seeded.id);
  if (!own.ok || !others.ok) throw new Error("not opened");
  if (held) await stage.caseRecord.update({ where: { id: seeded.id }, data: { state: "held" } });
  return {
    projectSlug: projects[index].slug,
    caseId: seeded.id,
    instanceId: seeded.instanceId,
    imageId: seeded.imageId,
    readingId: own.readingId,
    otherReadingId: others.readingId,
    runId: await seedRun(stage, projects[index].id, seeded.id),
    comparisonId: await seedComparison(stage, projects[index].id),
    draft: seeded.drafts.caption,
  };
}

/** Reading changes nothing, so a door that only reads can be tried on the same case by everybody. */
async function subjectFor(door: Door, index: 0 | 1): Promise<DoorSubject> {
  if (door.method !== "GET") return subjectIn(index, door.held ?? false);
  const name = `${index} ${door.held ?? false}`;
  const subject = kept.get(name) ?? (await subjectIn(index, door.held ?? false));
  kept.set(name, subject);
  return subject;
}

function ask(role: DoorRole, method: string, path: string, body?: unknown): Promise<Response> {
  const { origin, cookies } = house;
  return fetch(`${origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      origin,
      ...(cookies[role] ? { cookie: cookies[role] } : {}),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test.beforeAll(async ({ baseURL }) => {
  const stage = await openStage();
  const origin = baseURL ?? "";
  const mark = Date.now().toString(36);
  const projects = [
    await seedProject(stage, `doors-here-${mark}`),
    await seedProject(stage, `doors-elsewhere-${mark}`),
  ] as const;
  const [here] = projects;
  const people = {
    outsider: await addPerson(stage, "outsider", []),
    reader: await addPerson(stage, "reader", [{ project: here, role: "reader" }]),
    adjudicator: await addPerson(stage, "adjudicator", [{ project: here, role: "adjudicator" }]),
    admin: await addPerson(stage, "admin", [{ project: here, role: "admin" }]),
  };
  const owners = [
    await addPerson(stage, "owner", [{ project: projects[0], role: "reader" }]),
    await addPerson(stage, "owner", [{ project: projects[1], role: "reader" }]),
  ] as const;
  const cookies = {
    anonymous: "",
    outsider: await sessionOf(origin, people.outsider.account),
    reader: await sessionOf(origin, people.reader.account),
    adjudicator: await sessionOf(origin, people.adjudicator.account),
    admin: await sessionOf(origin, people.admin.account),
  };
  house = { stage, origin, projects, people, owners, cookies, objectKey: await storeLetters() };
});

test.afterAll(async () => {
  await house?.stage.$disconnect();
});

test("every route of the build has a row, and every row a route", () => {
  const rows = new Set(doors.map((door) => door.route));
  const routes = builtRoutes();
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !rows.has(route))).toEqual([]);
  expect([...rows].filter((route) => !routes.includes(route))).toEqual([]);
});

/** Headers that belong to what is answered: a page, an answer in JSON, pixels. */
function headersOf(door: Door, answer: Response): readonly string[] {
  const get = (name: string) => answer.headers.get(name) ?? "";
  const wrong: string[] = [];
  const must = (name: string, pattern: RegExp) => {
    if (!pattern.test(get(name))) wrong.push(`${name}: ${get(name)}`);
  };
  must("x-content-type-options", /^nosniff$/);
  must("referrer-policy", /^no-referrer$/);
  must("cross-origin-resource-policy", /^same-origin$/);
  if (get("x-powered-by") !== "") wrong.push("x-powered-by");
  if (door.publicFile) return wrong;
  must("cache-control", /private/);
  if (door.route.startsWith("/api/instances/") && answer.status === 200) {
    must("vary", /cookie/i);
    must("cache-control", /^private, max-age=31536000, immutable$/);
    must("content-security-policy", /^default-src 'none'; sandbox$/);
    return wrong;
  }
  must("cache-control", /no-store/);
  // Pages say no-store alone: Next writes their Vary itself.
  if (door.route.startsWith("/api/")) must("vary", /cookie/i);
  if (door.route.startsWith("/api/")) must("content-type", /^application\/(json|zip)|^$/);
  else if (answer.status !== 307)
    must("content-security-policy", /default-src 'self'.*'nonce-[\w+/=]{20,}'.*object-src 'none'/);
  return wrong;
}

for (const door of doors)
  test(nameOf(door), async () => {
    const wrong: string[] = [];
    for (const role of doorRoles)
      for (const index of [0, 1] as const) {
        const subject = await subjectFor(door, index);
        const answer = await ask(role, door.method, door.path(subject), door.body?.(subject));
        const text = await answer.text();
        const where = `${role} ${index === 0 ? "here" : "elsewhere"}`;
        const expected = (index === 0 ? door.here : door.elsewhere)[role];
        if (answer.status !== expected) wrong.push(`${where}: ${answer.status}, not ${expected}`);
        wrong.push(...headersOf(door, answer).map((header) => `${where}: ${header}`));
        if (answer.status !== 200 && /Canary|node_modules|prisma/i.test(text))
          wrong.push(`${where}: ${text}`);
      }
    expect(wrong).toEqual([]);
  });

test("a method that no row names is answered 405", async () => {
  const declared = new Set(doors.map((door) => `${door.method} ${door.route}`));
  const wrong: string[] = [];
  const subject = await subjectIn(0, false);
  for (const route of builtRoutes())
    for (const method of methods) {
      if (declared.has(`${method} ${route}`)) continue;
      const door = doors.find((candidate) => candidate.route === route);
      if (!door) continue;
      for (const role of ["anonymous", "admin"] as const) {
        const { status } = await ask(role, method, door.path(subject), method === "GET" ? undefined : {});
        // The icon is a built file: Next itself decides what else than reading it is.
        const right = status === 405 || (door.publicFile && status >= 400 && status < 500);
        if (!right) wrong.push(`${method} ${route} ${role}: ${status}`);
      }
    }
  expect(wrong).toEqual([]);
});

test("a built file is for everybody, for ever, and may do nothing else", async () => {
  const page = await (await ask("anonymous", "GET", "/sign-in")).text();
  const [file] = /\/_next\/static\/[^"]+\.js/.exec(page) ?? [];
  const answer = await ask("anonymous", "GET", file ?? "/none");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toMatch(/immutable/);
  expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self'/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});
