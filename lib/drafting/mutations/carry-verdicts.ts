import type { Transaction } from "@/lib/db/client";

/**
 * What open readings say of a draft's flags, for a check that takes the place of an older one: where it finds the same kind
 * at the same words, the reader is not asked again. Closed readings stay as they were submitted.
 */
export async function carryVerdicts(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "FlagVerdict" ("readingId", "flagId", "revision", "deletedAt", "verdict", "note")
    SELECT v."readingId", new."id", v."revision", v."deletedAt", v."verdict", v."note"
    FROM "FlagVerdict" v JOIN "Flag" old ON old."id" = v."flagId" AND old."checkId" = ${from}::uuid
    JOIN "Flag" new ON new."checkId" = ${to}::uuid AND new."kind" = old."kind"
      AND new."start" = old."start" AND new."end" = old."end"
    JOIN "Reading" r ON r."id" = v."readingId" AND r."state" = 'open'
    ON CONFLICT DO NOTHING`;
}
