import type { Browser, Page } from "@playwright/test";
import { importFiles } from "./hanging-cases";
import { addPerson, type Person, type Stage } from "./stage";
import { signIn } from "./support";

/** A case in a project that no other journey touches, and a reader who has seen nothing yet. */
export interface OwnCase {
  readonly caseId: string;
  readonly project: { readonly id: string; readonly slug: string; readonly sourceId: string };
  readonly reader: Person;
}

/** Imports one case for one journey. `name` becomes part of the project and of the person. */
export async function ownCase(
  stage: Stage,
  name: string,
  files: Parameters<typeof importFiles>[1],
): Promise<OwnCase> {
  const slug = `${name}-${Date.now().toString(36)}`;
  await importFiles(slug, files);
  const { id } = await stage.project.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const found = await stage.caseRecord.findFirstOrThrow({
    where: { projectId: id },
    select: { id: true },
  });
  await stage.caseRecord.update({ where: { id: found.id }, data: { readersWanted: 5 } });
  const project = { id, slug, sourceId: "" };
  return { caseId: found.id, project, reader: await addPerson(stage, slug, [{ project, role: "reader" }]) };
}

/** A computer of a person's own: nothing is shared with another but the account. */
export async function atDesk(
  browser: Browser,
  person: Person,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, ...options });
  const page = await context.newPage();
  await signIn(page, person.account);
  return page;
}
