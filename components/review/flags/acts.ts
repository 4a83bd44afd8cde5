import { applyFix } from "@/lib/drafting/consistency/rules/apply-fix";
import { flagWords } from "@/lib/drafting/consistency/rules/flag-words";
import { isRed } from "@/lib/drafting/consistency/types";
import { type Change, overrideReasons, type VerdictValue } from "@/lib/reading/schema";
import { putDecision, putVerdict, remove } from "../changes";
import type { Review } from "../context";
import { say, sayDone, takenOf, typeWords } from "../decide";
import type { Entry } from "../entries";
import { focusedEntry, moveOn } from "../navigate";
import { doingNothing } from "../workspace-store";
import type { ShownFlag } from "./shown-flags";
import { blockingFlags, focusedFlag, nextFlag } from "./walk";
import { overrideWords } from "./words";

/** A verdict on a flag; on one in the reader's own words it says what it is about. */
const said = ({ id, claim }: ShownFlag, verdict: VerdictValue["verdict"], note: string): Change =>
  putVerdict(id, claim ? { verdict, note, claim } : { verdict, note });

const fixWords = ({ kind, fix }: ShownFlag) => `${flagWords[kind]} fixed: ${fix?.replacement ?? ""}`;

/** Says whether a flag is right; null takes the word back. A text accepted because a flag was wrong is not accepted any more. */
export function judgeFlag(
  review: Review,
  entry: Entry,
  flag: ShownFlag,
  verdict: "right" | "wrong" | null,
  note = "",
): void {
  if (review.readOnly) return;
  const { id } = flag;
  const changes: Change[] = [verdict === null ? remove("verdict", id) : said(flag, verdict, note)];
  const named = entry.decision?.kind === "accept" ? (entry.decision.override?.flags ?? []) : null;
  const reopens = verdict !== "wrong" && isRed(flag) && named !== null && !named.includes(id);
  if (reopens) changes.push(remove("decision", entry.id));
  review.sync.change(changes);
}

/** Makes the one replacement of a flag: into the words being typed, else as the reader's edit. */
export function fixFlag(review: Review, entry: Entry, flag: ShownFlag): void {
  const fixed = flag.fix && applyFix(entry.payload, flag.fix);
  if (!fixed || review.readOnly) return;
  if (review.ui.getState().doing.kind === "editing" || !entry.draft) {
    typeWords(review, entry, fixed);
    review.ui.setState({ flag: null });
    return;
  }
  const changes: Change[] = [
    putDecision(entry.id, {
      kind: "edit",
      draftHash: entry.draft.contentHash,
      result: fixed,
      ...takenOf(entry),
    }),
  ];
  if (flag.verdict === null) changes.push(said(flag, "right", ""));
  review.sync.change(changes);
  review.ui.setState({ flag: null, doing: doingNothing });
  sayDone(review, fixWords(flag));
}

/** What the fix of the flag in focus would do; null where there is none. */
export function focusedFix(review: Review): (() => void) | null {
  const entry = focusedEntry(review);
  const flag = focusedFlag(review, entry);
  return entry && flag?.fix ? () => fixFlag(review, entry, flag) : null;
}

/** Calls the flag in focus wrong, or takes that back. */
export function dismissFocused(review: Review): void {
  const entry = focusedEntry(review);
  const flag = focusedFlag(review, entry);
  if (!entry || !flag) say(review, "Go to a flag first.");
  else judgeFlag(review, entry, flag, flag.verdict?.verdict === "wrong" ? null : "wrong");
}

/** Asks why a text is accepted although a check contradicts it. */
export function beginOverride(review: Review): void {
  const entry = focusedEntry(review);
  if (!entry?.draft) return;
  if (blockingFlags(review, entry).length > 0) review.ui.setState({ doing: { kind: "overriding" } });
  else say(review, "No flag stands against this draft. Accept it as it is.");
}

/** Accepts the draft with a reason that names the flags it passes over. "Other" waits for its note. */
export function chooseOverride(review: Review, place: number): void {
  const entry = focusedEntry(review);
  const reason = overrideReasons[place - 1];
  if (!entry?.draft || !reason || review.ui.getState().doing.kind !== "overriding") return;
  const flags = blockingFlags(review, entry).map(({ id }) => id);
  if (flags.length === 0) return;
  const { contentHash: draftHash } = entry.draft;
  review.sync.change([
    putDecision(entry.id, { kind: "accept", draftHash, override: { reason, note: "", flags } }),
  ]);
  sayDone(review, `Accepted: ${overrideWords[reason].toLowerCase()}`);
  if (reason === "other") return;
  review.ui.setState({ doing: doingNothing });
  moveOn(review);
}

/** Goes to the next flag that stands, or says that there is none. */
export function goToNextFlag(review: Review): void {
  if (!nextFlag(review)) say(review, "No flag stands in this case.");
}
