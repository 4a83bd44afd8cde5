import { checkDraftVerb } from "./check-draft";
import { compareVerbs } from "./compare";
import { doctorVerb } from "./doctor/verb";
import { draftVerbs } from "./draft";
import { exportVerb } from "./export";
import { importVerb } from "./import";
import { jobVerbs } from "./jobs";
import { projectVerbs } from "./project";
import { retrievalVerbs } from "./retrieval";
import { sourceVerbs } from "./source";
import { userVerbs } from "./user";
import type { Verb } from "./verb";
import { workerVerb } from "./worker";

/** Every verb of the command line, in the order of the overall help. */
export const verbs: readonly Verb[] = [
  importVerb,
  ...draftVerbs,
  ...compareVerbs,
  ...jobVerbs,
  workerVerb,
  exportVerb,
  ...sourceVerbs,
  ...retrievalVerbs,
  ...projectVerbs,
  ...userVerbs,
  checkDraftVerb,
  doctorVerb,
];
