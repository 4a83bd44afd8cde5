import { setRole } from "@/lib/auth/mutations/members";
import { createSetupLink } from "@/lib/auth/mutations/setup-links";
import { addUser, disableUser } from "@/lib/auth/mutations/users";
import { emailSchema, nameSchema } from "@/lib/auth/schema";
import { projectProgress } from "@/lib/releasing/data/project-progress";
import { readRole } from "./role";
import { siteAddress } from "./running-server";
import { onlyPositional, optional, required, UsageError, type Verb, type VerbCall } from "./verb";

function readEmail(call: VerbCall): string {
  const email = emailSchema.safeParse(onlyPositional(call, "e-mail address"));
  if (!email.success) throw new UsageError(`"${call.positionals[0]}" is not an e-mail address.`);
  return email.data;
}

function refusal(reason: string, email: string, projectSlug: string | null): UsageError {
  switch (reason) {
    case "email-taken":
      return new UsageError(`There is already a user ${email}.`);
    case "unknown-user":
      return new UsageError(`There is no user ${email}.`);
    case "unknown-project":
      return new UsageError(`There is no project "${projectSlug}".`);
    case "last-admin":
      return new UsageError(`${email} is the last admin; make somebody else admin first.`);
    default:
      return new UsageError(`That was refused: ${reason}.`);
  }
}

async function passwordLink(email: string) {
  const link = await createSetupLink({ email, purpose: "password" }, null);
  if (!link.ok) throw refusal(link.reason, email, null);
  const site = siteAddress();
  return { path: link.path, url: site === null ? null : `${site}${link.path}`, expiresAt: link.expiresAt };
}

/** What to do with a fresh link: the whole address where the app runs, else its path and how to come by the rest. */
export const linkText = ({
  path,
  url,
  expiresAt,
}: {
  readonly path: string;
  readonly url: string | null;
  readonly expiresAt: string;
}): string =>
  url === null
    ? `Set the password once, until ${expiresAt}. The app does not run now: start it and put this behind its address:\n${path}`
    : `Open this address once to set the password, until ${expiresAt}:\n${url}`;

const add: Verb = {
  name: "user add",
  summary: "Add a person and print a one-time link to set the password",
  usage: "user add EMAIL --name NAME [--project SLUG --role reader|adjudicator|admin] [--site-admin]",
  options: {
    name: { type: "string" },
    project: { type: "string" },
    role: { type: "string" },
    "site-admin": { type: "boolean" },
  },
  async run(call) {
    const email = readEmail(call);
    const name = nameSchema.safeParse(required(call, "name"));
    if (!name.success) throw new UsageError("--name is not a usable name.");
    const projectSlug = optional(call, "project");
    const role = readRole(call, projectSlug !== null);
    const siteAdmin = call.values["site-admin"] === true;
    if (projectSlug !== null && !(await projectProgress()).some(({ slug }) => slug === projectSlug))
      throw refusal("unknown-project", email, projectSlug);
    const added = await addUser({ email, name: name.data, siteAdmin }, null);
    if (!added.ok) throw refusal(added.reason, email, projectSlug);
    const link = await passwordLink(email);
    const member = projectSlug && role ? await setRole({ email, projectSlug, role }, null) : null;
    if (member && !member.ok) throw refusal(member.reason, email, projectSlug);
    const roleLine = member ? [`${email} is ${role} in ${projectSlug}.`] : [];
    return {
      ok: true,
      result: { ok: true, userId: added.userId, email, siteAdmin, project: projectSlug, role, setup: link },
      text: [`Added ${email}.`, ...roleLine, linkText(link)].join("\n"),
    };
  },
};

const disable: Verb = {
  name: "user disable",
  summary: "End a person's sessions and refuse new ones",
  usage: "user disable EMAIL",
  options: {},
  async run(call) {
    const email = readEmail(call);
    const outcome = await disableUser(email, null);
    if (!outcome.ok) throw refusal(outcome.reason, email, null);
    return { ok: true, result: { ok: true, userId: outcome.userId, email }, text: `${email} is disabled.` };
  },
};

const role: Verb = {
  name: "user set-role",
  summary: "Give a person a role in a project",
  usage: "user set-role EMAIL --project SLUG --role reader|adjudicator|admin",
  options: { project: { type: "string" }, role: { type: "string" } },
  async run(call) {
    const email = readEmail(call);
    const projectSlug = required(call, "project");
    const wanted = readRole(call, true);
    if (wanted === null) throw new UsageError("--role is missing.");
    const outcome = await setRole({ email, projectSlug, role: wanted }, null);
    if (!outcome.ok) throw refusal(outcome.reason, email, projectSlug);
    return {
      ok: true,
      result: { ok: true, userId: outcome.userId, email, project: projectSlug, role: wanted },
      text: `${email} is ${wanted} in ${projectSlug}.`,
    };
  },
};

const resetLink: Verb = {
  name: "user reset-link",
  summary: "Print a one-time link with which a person sets a new password",
  usage: "user reset-link EMAIL",
  options: {},
  async run(call) {
    const email = readEmail(call);
    const link = await passwordLink(email);
    return { ok: true, result: { ok: true, email, setup: link }, text: linkText(link) };
  },
};

export const userVerbs: readonly Verb[] = [add, disable, role, resetLink];
