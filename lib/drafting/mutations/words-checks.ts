import type { Transaction } from "@/lib/db/client";
import { type TextKind, type TextPayload, textKinds, textPayloadSchema } from "@/lib/reading/schema";
import { factsOf } from "../consistency/rules/case-facts";
import { type CaseFacts, isCheckedLanguage } from "../consistency/types";
import { loadCaseFacts, ownRegionFacts } from "../data/check-facts";
import { draftContentHash } from "../rules/content-hash";
import { againstHash, isSameCheck, storeCheck } from "./store-check";

interface OwnWords {
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly payload: TextPayload;
}

/** A reader's own words as they stand, or null where the decision holds none any more. */
export interface ReaderWords {
  readonly itemId: string;
  readonly words: OwnWords | null;
}

/**
 * Checks the words that a reader put in a draft's place or added, here and not in the browser. The newest words keep a check,
 * and older ones whose flags the reader judged: what was said of a check stays, also when the words were mended for it.
 */
export async function storeWordsChecks(
  tx: Transaction,
  reading: { readonly id: string; readonly caseId: string },
  texts: readonly ReaderWords[],
): Promise<void> {
  if (texts.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM "TextCheck" t WHERE t."readingId" = ${reading.id}::uuid
      AND t."itemId" = ANY (${texts.map(({ itemId }) => itemId)}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "Flag" f JOIN "FlagVerdict" v ON v."flagId" = f."claimId"
        WHERE f."checkId" = t."id" AND v."readingId" = t."readingId" AND v."deletedAt" IS NULL)`;
  const standing = texts.flatMap(({ itemId, words }) => (words ? [{ itemId, ...words }] : []));
  if (standing.length > 0) await checkWords(tx, reading, standing, await loadCaseFacts(tx, reading.caseId));
}

/** @returns how many of the texts were checked now; those with the same check before are left alone. */
async function checkWords(
  tx: Transaction,
  { id: readingId, caseId }: { readonly id: string; readonly caseId: string },
  texts: readonly ({ readonly itemId: string } & OwnWords)[],
  facts: CaseFacts,
): Promise<number> {
  const own = await ownRegionFacts(tx, readingId);
  let checked = 0;
  for (const { itemId, kind, imageId, payload } of texts) {
    const against = factsOf(facts, imageId, own);
    if (!against) continue;
    const hash = againstHash(against);
    const textHash = draftContentHash(kind, imageId, payload);
    const last = await tx.textCheck.findFirst({
      where: { readingId, itemId },
      orderBy: { id: "desc" },
      select: { textHash: true, checker: true, checkerVersion: true, againstHash: true },
    });
    if (last?.textHash === textHash && isSameCheck(last, hash)) continue;
    await storeCheck(tx, { caseId, subject: { readingId, itemId }, textHash, payload }, against, hash);
    checked += 1;
  }
  return checked;
}

/**
 * Checks the words that the readers of a case wrote themselves once more, where this version of the checks has not, beside the
 * checks from before. A verdict names what a flag says, so it holds for the new one too.
 * @returns how many texts were checked now.
 */
export async function checkWordsAgain(tx: Transaction, caseId: string): Promise<number> {
  const readings = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Reading" WHERE "caseId" = ${caseId}::uuid AND "state" <> 'unusable' ORDER BY "id" FOR UPDATE`;
  let facts: CaseFacts | null = null;
  let checked = 0;
  for (const { id } of readings) {
    const words = await wordsOf(tx, id);
    if (words.length === 0) continue;
    facts ??= await loadCaseFacts(tx, caseId);
    checked += await checkWords(tx, { id, caseId }, words, facts);
  }
  return checked;
}

async function wordsOf(tx: Transaction, readingId: string) {
  const decisions = await tx.decision.findMany({
    where: { readingId, deletedAt: null, kind: { in: ["edit", "added"] } },
    orderBy: { id: "asc" },
    select: { id: true, kind: true, textKind: true, imageId: true, result: true },
  });
  const drafts = await tx.draft.findMany({
    where: { id: { in: decisions.filter(({ kind }) => kind === "edit").map(({ id }) => id) } },
    select: {
      id: true,
      kind: true,
      imageId: true,
      language: true,
      parent: { select: { imageId: true } },
    },
  });
  return decisions.flatMap(({ id, textKind, imageId, result }) => {
    const draft = drafts.find((one) => one.id === id);
    const kind = textKinds.find((one) => one === (draft?.kind ?? textKind));
    if (!kind || (draft && !isCheckedLanguage(draft.language))) return [];
    const place = draft ? (draft.imageId ?? draft.parent?.imageId ?? null) : imageId;
    return [{ itemId: id, kind, imageId: place, payload: textPayloadSchema.parse(result) }];
  });
}
