import type { Transaction } from "@/lib/db/client";
import { textPayloadSchema } from "@/lib/reading/schema";
import { factsOf } from "../consistency/rules/case-facts";
import { isCheckedLanguage } from "../consistency/types";
import { loadCaseFacts } from "../data/check-facts";
import { carryVerdicts } from "./carry-verdicts";
import { againstHash, isSameCheck, storeCheck } from "./store-check";

export interface ChecksStored {
  /** Drafts that were checked now; those with the same check before are left alone. */
  readonly checked: number;
  readonly flags: number;
}

/**
 * Checks the standing drafts of a case's round and stores what was found beside them; a human's words that nobody changed are
 * no draft to doubt. A draft that this version has checked against the same facts is left alone. What readers said of a flag
 * stays said where it is found again. Once readers judge the drafts, only those that nobody has checked are: all of
 * them see the same flags.
 * @param again checks also what readers judge already, e.g. by a newer version.
 */
export async function storeDraftChecks(
  tx: Transaction,
  caseId: string,
  again = false,
): Promise<ChecksStored> {
  const sets = await tx.$queryRaw<{ id: string; frozen: boolean }[]>`
    SELECT d."id", d."frozenAt" IS NOT NULL AS "frozen" FROM "DraftSet" d JOIN "CaseRecord" c ON c."id" = d."caseId"
    WHERE d."caseId" = ${caseId}::uuid AND d."round" = c."round" FOR UPDATE OF d`;
  const [set] = sets;
  if (!set) return { checked: 0, flags: 0 };
  const drafts = await tx.draft.findMany({
    where: { draftSetId: set.id, supersededById: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      imageId: true,
      parent: { select: { imageId: true } },
      language: true,
      method: true,
      contentHash: true,
      payload: true,
      checks: {
        orderBy: { id: "desc" },
        take: 1,
        select: { id: true, checker: true, checkerVersion: true, againstHash: true },
      },
    },
  });
  const wanted = drafts.filter(
    ({ language, method, checks }) =>
      isCheckedLanguage(language) &&
      method !== "source-verbatim" &&
      (!set.frozen || again || checks.length === 0),
  );
  if (wanted.length === 0) return { checked: 0, flags: 0 };
  const facts = await loadCaseFacts(tx, caseId);
  let checked = 0;
  let flags = 0;
  for (const { id, imageId, parent, contentHash, payload, checks } of wanted) {
    const against = factsOf(facts, imageId ?? parent?.imageId ?? null);
    if (!against) continue;
    const hash = againstHash(against);
    const [last] = checks;
    if (last && isSameCheck(last, hash)) continue;
    const text = {
      caseId,
      subject: { draftId: id },
      textHash: contentHash,
      payload: textPayloadSchema.parse(payload),
    };
    const stored = await storeCheck(tx, text, against, hash);
    if (last) await carryVerdicts(tx, last.id, stored.id);
    flags += stored.flags;
    checked += 1;
  }
  return { checked, flags };
}
