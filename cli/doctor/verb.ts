import type { Verb } from "../verb";
import { browserCheck } from "./browser";
import { checkLine } from "./check";
import { databaseChecks } from "./database";
import { dataFolderChecks, keyChecks, nodeCheck } from "./places";

export const doctorVerb: Verb = {
  name: "doctor",
  summary: "Say what is set up and what is not, and how to fix it",
  usage: "doctor",
  options: {},
  database: false,
  async run() {
    const folder = await dataFolderChecks();
    const rest = folder.every(({ ok, needed }) => ok || !needed) ? keyChecks() : [];
    const checks = [nodeCheck(), ...folder, ...rest, ...(await databaseChecks()), await browserCheck()];
    const ok = checks.every((check) => check.ok || !check.needed);
    return { ok, result: { ok, checks }, text: checks.map(checkLine).join("\n") };
  },
};
