import { v7 as newId } from "uuid";
import { Prisma, type Transaction } from "@/lib/db/client";
import { contentHash } from "@/lib/importing/rules/content-hash";
import type { TextPayload } from "@/lib/reading/schema";
import { checkPayload } from "../consistency/rules/check-payload";
import { checker } from "../consistency/rules/checker";
import { claimId, claimsOf } from "../consistency/rules/flag-claims";
import type { CheckFacts } from "../consistency/types";
import { draftText } from "../rules/draft-text";

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

/** SHA-256 of what a text is held against. */
export const againstHash = (facts: CheckFacts): string => contentHash(facts);

/** Whether this version of the checks would find the same again in the same words. */
export const isSameCheck = (
  last: { readonly checker: string; readonly checkerVersion: number; readonly againstHash: string },
  against: string,
): boolean =>
  last.checker === checker.id && last.checkerVersion === checker.version && last.againstHash === against;

/** Checks a text and stores what was found. The flags of a reader's words are named by what they say. */
export async function storeCheck(
  tx: Transaction,
  { caseId, subject, textHash, payload }: CheckedText,
  facts: CheckFacts,
  against: string,
): Promise<{ readonly id: string; readonly flags: number }> {
  const { flags, supported } = checkPayload(payload, facts);
  const id = newId();
  await tx.textCheck.create({
    data: {
      id,
      caseId,
      ...subject,
      checker: checker.id,
      checkerVersion: checker.version,
      textHash,
      againstHash: against,
      supported: supported as unknown as Prisma.InputJsonValue,
    },
    select: { id: true },
  });
  const claims = "itemId" in subject ? claimsOf(subject.itemId, draftText(payload), flags) : [];
  await tx.flag.createMany({
    data: flags.map(({ kind, start, end, message, evidence, fix }, at) => {
      const claim = claims[at];
      return {
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
        claimId: claim && "readingId" in subject ? claimId(subject.readingId, claim) : null,
      };
    }),
  });
  return { id, flags: flags.length };
}
