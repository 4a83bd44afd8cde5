import { onlyOptions, UsageError, type Verb } from "../verb";
import { browserCheck } from "./browser";
import { checkLine } from "./check";
import { clean } from "./clean";
import { databaseChecks } from "./database";
import { dataFolderChecks, keyChecks, nodeCheck } from "./places";

export const doctorVerb: Verb = {
  name: "doctor",
  summary: "Say what is set up and what is not, and how to fix it",
  usage: "doctor [--clean [--yes]]; --clean finds stored files that no case has, --yes removes them",
  options: { clean: { type: "boolean" }, yes: { type: "boolean" } },
  database: false,
  async run(call) {
    onlyOptions(call, "doctor", "--clean and --yes");
    if (call.values.yes === true && call.values.clean !== true)
      throw new UsageError("--yes belongs to --clean.");
    if (call.values.clean === true) return clean(call.values.yes === true);
    const folder = await dataFolderChecks();
    const rest = folder.every(({ ok, needed }) => ok || !needed) ? keyChecks() : [];
    const checks = [nodeCheck(), ...folder, ...rest, ...(await databaseChecks()), await browserCheck()];
    const ok = checks.every((check) => check.ok || !check.needed);
    return { ok, result: { ok, checks }, text: checks.map(checkLine).join("\n") };
  },
};
