import { english } from "../language/en";
import { consistencyChecks } from "../registry";
import type { CheckInput, CheckResult, Flag } from "../types";
import { type CheckCase, type Conflict, readCase } from "./check-case";
import { isTrusted } from "./flag-score";
import type { LanguagePack } from "./language-pack";
import { supportedSentences } from "./supported-sentences";

function conflictsOf(texts: CheckCase): Conflict[] {
  let found: Conflict[] = [];
  for (const check of consistencyChecks) {
    const more = check.find(texts, found);
    if (more.length === 0) continue;
    const replaced = new Set(more.flatMap(({ replaces }) => replaces ?? []));
    found = [...found.filter((conflict) => !replaced.has(conflict)), ...more];
  }
  const once = found.filter(
    (conflict, index) =>
      found.findIndex(
        ({ kind, start, end }) => kind === conflict.kind && start === conflict.start && end === conflict.end,
      ) === index,
  );
  return once
    .filter((conflict) => isTrusted(texts, conflict))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

const keyOf = ({ kind, start }: Conflict) => `${kind} ${start}`;

/** The fix stays where it removes its own flag and brings no other. */
function tried(
  input: CheckInput,
  pack: LanguagePack,
  conflict: Conflict,
  all: readonly Conflict[],
  question: CheckCase["question"],
): Conflict["fix"] {
  const { fix } = conflict;
  if (!fix) return null;
  const text = input.text.slice(0, fix.start) + fix.replacement + input.text.slice(fix.end);
  const after = conflictsOf(readCase({ ...input, text }, pack, question));
  const shift = fix.replacement.length - (fix.end - fix.start);
  const before = new Set(
    all
      .filter((other) => other !== conflict)
      .map((other) => keyOf({ ...other, start: other.start >= fix.end ? other.start + shift : other.start })),
  );
  return after.length < all.length && after.every((other) => before.has(keyOf(other))) ? fix : null;
}

/**
 * Holds a draft, or the answer to a question, against the passages of its case and what is known of the image. Pure: the
 * same input gives the same flags.
 */
export function checkDraft(input: CheckInput, pack: LanguagePack = english): CheckResult {
  const texts = readCase(input, pack);
  const conflicts = conflictsOf(texts);
  const flags = conflicts.map(
    (conflict): Flag => ({
      kind: conflict.kind,
      start: conflict.start,
      end: conflict.end,
      message: conflict.message,
      evidence: conflict.evidence,
      fix: tried(input, pack, conflict, conflicts, texts.question),
    }),
  );
  return { flags, supported: supportedSentences(texts, conflicts) };
}
