import { caseLabel } from "@/lib/cases/rules";
import { transaction } from "@/lib/db/client";
import { casesToDraft, projectToDraft } from "../data/drafted-cases";
import { type FlaggedText, flaggedTexts } from "../data/flagged-texts";
import { storeDraftChecks } from "./text-checks";
import { checkWordsAgain } from "./words-checks";

export interface CheckReport {
  readonly cases: number;
  /** Drafts that were checked now. */
  readonly checked: number;
  /** Texts in readers' own words that were. */
  readonly words: number;
  /** What the standing drafts are flagged for, all of them. */
  readonly flags: readonly (FlaggedText & { readonly case: string })[];
}

export type CheckProjectOutcome =
  | { readonly ok: true; readonly report: CheckReport }
  | { readonly ok: false; readonly sentence: string };

/**
 * Checks the drafts of a project, or of one case, that this version of the checks has not checked against what is known
 * now, also those that readers judge, and what readers wrote in their place; a case is one transaction, so it can be stopped and run again.
 * @param number of the one case; null = all of the project.
 */
export async function checkProject(
  slug: string,
  number: number | null,
  log: (line: string) => void,
): Promise<CheckProjectOutcome> {
  const project = await projectToDraft(slug);
  if (!project) return { ok: false, sentence: `There is no project "${slug}".` };
  let cases = 0;
  let checked = 0;
  let words = 0;
  const flags: (FlaggedText & { readonly case: string })[] = [];
  for await (const found of casesToDraft(project.id, number)) {
    const label = caseLabel(found.number);
    const stored = await transaction((tx) => storeDraftChecks(tx, found.id, true));
    words += await transaction((tx) => checkWordsAgain(tx, found.id));
    const standing = await transaction((tx) => flaggedTexts(tx, found.id));
    flags.push(...standing.map((flag) => ({ case: label, ...flag })));
    cases += 1;
    checked += stored.checked;
    if (cases % 100 === 0) log(`${cases} cases, ${checked} drafts checked so far`);
  }
  if (number !== null && cases === 0)
    return { ok: false, sentence: `There is no case ${caseLabel(number)} in ${slug}.` };
  return { ok: true, report: { cases, checked, words, flags } };
}
