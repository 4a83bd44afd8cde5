import { createHash } from "node:crypto";
import { v7 as newId } from "uuid";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import { Prisma, type Transaction } from "@/lib/db/client";
import { type TextKind, type TextPayload, textPayloadSchema } from "@/lib/reading/schema";
import { factsOf } from "../consistency/rules/case-facts";
import { checkPayload, isCheckedLanguage } from "../consistency/rules/check-payload";
import { checker } from "../consistency/rules/checker";
import type { CheckFacts } from "../consistency/types";
import { loadCaseFacts, ownRegionFacts } from "../data/check-facts";
import { draftContentHash } from "../rules/content-hash";
import { carryVerdicts } from "./carry-verdicts";

/** Whose text was checked. */
type Subject =
  | { readonly draftId: string }
  | {
      readonly readingId: string;
      readonly itemId: string;
    };

interface CheckedText {
  readonly caseId: string;
  readonly subject: Subject;
  readonly textHash: string;
  readonly payload: TextPayload;
}

const hashOf = (facts: CheckFacts) => createHash("sha256").update(canonicalJson(facts)).digest("hex");

async function storeCheck(
  tx: Transaction,
  text: CheckedText,
  facts: CheckFacts,
  againstHash: string,
): Promise<{ readonly id: string; readonly flags: number }> {
  const { flags, supported } = checkPayload(text.payload, facts);
  const id = newId();
  await tx.textCheck.create({
    data: {
      id,
      caseId: text.caseId,
      ...text.subject,
      checker: checker.id,
      checkerVersion: checker.version,
      textHash: text.textHash,
      againstHash,
      supported: supported as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  await tx.flag.createMany({
    data: flags.map(({ kind, start, end, message, evidence, fix }) => ({
      id: newId(),
      checkId: id,
      kind,
      start,
      end,
      message,
      passageId: evidence.from === "passage" ? evidence.span.passageId : null,
      passageStart: evidence.from === "passage" ? evidence.span.start : null,
      passageEnd: evidence.from === "passage" ? evidence.span.end : null,
      field: evidence.from === "metadata" ? evidence.field : null,
      fix: fix === null ? Prisma.DbNull : { ...fix },
    })),
  });
  return { id, flags: flags.length };
}

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
    const againstHash = hashOf(against);
    const [last] = checks;
    if (
      last?.checker === checker.id &&
      last.checkerVersion === checker.version &&
      last.againstHash === againstHash
    )
      continue;
    const text = {
      caseId,
      subject: { draftId: id },
      textHash: contentHash,
      payload: textPayloadSchema.parse(payload),
    };
    const stored = await storeCheck(tx, text, against, againstHash);
    if (last) await carryVerdicts(tx, last.id, stored.id);
    flags += stored.flags;
    checked += 1;
  }
  return { checked, flags };
}

/** A reader's own words as they stand, or null where the decision holds none any more. */
export interface ReaderWords {
  readonly itemId: string;
  readonly words: {
    readonly kind: TextKind;
    readonly imageId: string | null;
    readonly payload: TextPayload;
  } | null;
}

/** Checks the words that a reader put in a draft's place or added, here and not in the browser. Only the newest words keep a check. */
export async function storeWordsChecks(
  tx: Transaction,
  reading: { readonly id: string; readonly caseId: string },
  texts: readonly ReaderWords[],
): Promise<void> {
  if (texts.length === 0) return;
  const { id: readingId, caseId } = reading;
  await tx.textCheck.deleteMany({ where: { readingId, itemId: { in: texts.map(({ itemId }) => itemId) } } });
  const standing = texts.flatMap(({ itemId, words }) => (words ? [{ itemId, ...words }] : []));
  if (standing.length === 0) return;
  const facts = await loadCaseFacts(tx, caseId);
  const own = await ownRegionFacts(tx, readingId);
  for (const { itemId, kind, imageId, payload } of standing) {
    const against = factsOf(facts, imageId, own);
    if (!against) continue;
    const textHash = draftContentHash(kind, imageId, payload);
    await storeCheck(
      tx,
      { caseId, subject: { readingId, itemId }, textHash, payload },
      against,
      hashOf(against),
    );
  }
}
