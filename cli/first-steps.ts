import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { accountsAtStart } from "@/lib/auth/data/members";
import { isWeakSecret } from "@/lib/auth/data/secret";
import { seedDemoUsers } from "@/lib/auth/mutations/demo";
import { createSetupLink } from "@/lib/auth/mutations/setup-links";
import { demoProject, finishDemoProject } from "@/lib/cases/mutations/demo-project";
import { importPaths } from "@/lib/cases/mutations/import-paths";
import { dataDir } from "@/lib/db/places";
import { importGuidelines } from "@/lib/retrieval/mutations/import-guidelines";

interface FirstSteps {
  readonly say: (line: string) => void;
  readonly demo: boolean;
  readonly url: string;
}

const named = (path: string) => ({ name: basename(path), path });

/** The demo cases go through the same importer as anybody's; a start that was cut off half-way goes on where it was. */
async function seedDemo(say: FirstSteps["say"]): Promise<void> {
  const project = await demoProject();
  if (project.demo) return;
  say("Drawing the demo cases (synthetic, made here)");
  const { writeDemoBundles } = await import("@/prisma/seed/demo");
  // One app per data folder, so what lies there is left over from a start that was killed.
  const folder = join(dataDir(), "demo-being-made");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  try {
    const { bundles, guidelines } = await writeDemoBundles(folder);
    say("Importing the demo cases");
    const outcome = await importPaths(bundles.map(named), { projectSlug: project.slug, actorId: null });
    for (const { file, reason } of outcome.refused) say(`not imported: ${file}: ${reason}`);
    await importGuidelines([named(guidelines)], { projectSlug: project.slug, actorId: null });
    await finishDemoProject(project.id);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a new installation needs before anybody can sign in. @returns the lines to print once the app answers. */
export async function firstSteps({ say, demo, url }: FirstSteps): Promise<string[]> {
  if (demo) {
    await seedDemo(say);
    const accounts = await seedDemoUsers((await demoProject()).id);
    if (!(await accountsAtStart()).demo) return [];
    const width = Math.max(...accounts.map(({ email }) => email.length));
    return [
      "Demo accounts:",
      ...accounts.map(({ email, password, role }) => `  ${email.padEnd(width)}  ${password}  (${role})`),
    ];
  }
  const { siteAdmin } = await accountsAtStart();
  if (siteAdmin) return [];
  const link = await createSetupLink({ email: null, purpose: "first-admin" }, null);
  if (!link.ok) throw new Error("The link for the first admin could not be made.");
  return [
    "Nobody can sign in yet. Make the first admin with this link (once, within 72 hours):",
    `  ${url}${link.path}`,
  ];
}

/** Why the app may not be reached from other machines as it stands, in one sentence; null when it may. */
export async function checkPublicBind(): Promise<string | null> {
  const { demo } = await accountsAtStart();
  if (demo)
    return "HOST or NEXTAUTH_URL opens the app to other machines, and the demo accounts with their published passwords exist. Disable them (npm run cli -- user disable EMAIL), or keep both at 127.0.0.1.";
  if (isWeakSecret())
    return "HOST or NEXTAUTH_URL opens the app to other machines, and NEXTAUTH_SECRET is weak. Set it to 32 random bytes or more, or leave it out and one is made.";
  return null;
}
