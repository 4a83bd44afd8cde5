import type { Transaction } from "@/lib/db/client";
import { translationMethod } from "../rules/generation/translation";

/** A translation stands as long as the text it translates: where another took that one's place, it goes too. */
export async function retireTranslations(tx: Transaction, draftSetId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Draft" t SET "supersededById" = p."supersededById" FROM "Draft" p
    WHERE t."draftSetId" = ${draftSetId}::uuid AND t."method" = ${translationMethod} AND p."id" = t."parentDraftId"
      AND p."supersededById" IS NOT NULL AND t."supersededById" IS NULL`;
}
