import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import type { Actor, Role } from "@/lib/auth/types";
import { connect, pointAtDatabase } from "@/lib/db/client";
import { runningEmbeddedUrl } from "@/lib/db/embedded";
import { type SeededProject, seedActor } from "@/lib/reading/testing/seed-case";
import { storeFile } from "@/lib/storage/data";
import { importDiscs, importFlagged, importWordless } from "./bundle";
import { type Account, accounts } from "./support";

/** The database and the files of the server under test: what a browser cannot set up, and what it must not be asked. */
export async function openStage() {
  process.env.DATA_DIR = process.env.E2E_DATA_DIR;
  const url = await runningEmbeddedUrl();
  if (!url) throw new Error("the server under test runs elsewhere: set E2E_DATA_DIR to its data folder");
  const client = connect(url, 4);
  pointAtDatabase(client);
  return client;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

export interface Person {
  readonly actor: Actor;
  readonly account: Account;
}

/** A new person in the given projects. The password is the one of a demo account, so that nothing is hashed for it. */
export async function addPerson(
  stage: Stage,
  name: string,
  memberships: readonly { readonly project: SeededProject; readonly role: Role }[],
): Promise<Person> {
  const { email, password } = accounts.readerOne;
  const { passwordHash } = await stage.user.findUniqueOrThrow({
    where: { email },
    select: { passwordHash: true },
  });
  const actor = await seedActor(stage, name.toLowerCase().replaceAll(" ", "."), memberships);
  await stage.user.update({ where: { id: actor.id }, data: { name, passwordHash } });
  return { actor: { ...actor, name }, account: { email: actor.email, password } };
}

/** A stored object of twelve bytes. @returns its key. */
export const storeLetters = (): Promise<string> => storeBytes(Buffer.from("abcdefghijkl"));

/** A stored picture, wider than high. @returns its key. */
export const storePicture = async (): Promise<string> =>
  storeBytes(
    await sharp({ create: { width: 120, height: 80, channels: 3, background: "#777" } })
      .png()
      .toBuffer(),
  );

async function storeBytes(bytes: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "bytes-"));
  try {
    writeFileSync(join(folder, "bytes"), bytes);
    return await storeFile("objects", join(folder, "bytes"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Signs in over HTTP alone. @returns the cookie header of the session. */
export async function sessionOf(origin: string, { email, password }: Account): Promise<string> {
  const cookiesOf = (answer: Response) =>
    answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { readonly csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      origin,
      cookie: cookiesOf(first).join("; "),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ csrfToken, email, password, json: "true", callbackUrl: "/" }),
    redirect: "manual",
  });
  const session = cookiesOf(answer).find((cookie) => cookie.includes("session="));
  if (!session) throw new Error(`${email} could not sign in: ${answer.status}`);
  return session;
}

/** A project of drawn cases that no other journey touches. */
export const addDiscs = (stage: Stage, name: string, count: number) =>
  addCases(stage, name, count, importDiscs);
/** The same of cases whose drafts contradict their source. */
export const addFlagged = (stage: Stage, name: string, count: number) =>
  addCases(stage, name, count, importFlagged);

/** The same of cases nobody wrote about. */
export const addWordless = (stage: Stage, name: string, count: number) =>
  addCases(stage, name, count, importWordless);

async function addCases(stage: Stage, name: string, count: number, importInto: typeof importDiscs) {
  const slug = `${name}-${Date.now().toString(36)}`;
  await importInto(slug, count);
  const found = await stage.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await stage.caseRecord.updateMany({ where: { projectId: found.id }, data: { readersWanted: 5 } });
  const cases = await stage.caseRecord.findMany({
    where: { projectId: found.id },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return { project: { id: found.id, slug, sourceId: "" }, caseIds: cases.map(({ id }) => id) };
}
