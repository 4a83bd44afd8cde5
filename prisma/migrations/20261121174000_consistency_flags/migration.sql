-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "override" JSONB;

-- CreateTable
CREATE TABLE "TextCheck" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "checker" TEXT NOT NULL,
    "checkerVersion" INTEGER NOT NULL,
    "textHash" TEXT NOT NULL,
    "againstHash" TEXT NOT NULL,
    "draftId" UUID,
    "readingId" UUID,
    "itemId" UUID,
    "supported" JSONB NOT NULL DEFAULT '[]',
    "checkedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "checkId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "message" TEXT NOT NULL,
    "passageId" UUID,
    "passageStart" INTEGER,
    "passageEnd" INTEGER,
    "field" TEXT,
    "fix" JSONB,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagVerdict" (
    "readingId" UUID NOT NULL,
    "flagId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "FlagVerdict_pkey" PRIMARY KEY ("readingId","flagId")
);

-- CreateTable
CREATE TABLE "Span" (
    "id" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "draftId" UUID NOT NULL,
    "draftHash" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "Span_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TextCheck_draftId_id_idx" ON "TextCheck"("draftId", "id");

-- CreateIndex
CREATE INDEX "TextCheck_readingId_itemId_idx" ON "TextCheck"("readingId", "itemId");

-- CreateIndex
CREATE INDEX "TextCheck_caseId_idx" ON "TextCheck"("caseId");

-- CreateIndex
CREATE INDEX "Flag_checkId_idx" ON "Flag"("checkId");

-- CreateIndex
CREATE INDEX "FlagVerdict_flagId_idx" ON "FlagVerdict"("flagId");

-- CreateIndex
CREATE INDEX "Span_readingId_idx" ON "Span"("readingId");

-- CreateIndex
CREATE INDEX "Span_draftId_idx" ON "Span"("draftId");

-- AddForeignKey
ALTER TABLE "TextCheck" ADD CONSTRAINT "TextCheck_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextCheck" ADD CONSTRAINT "TextCheck_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TextCheck" ADD CONSTRAINT "TextCheck_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_checkId_fkey" FOREIGN KEY ("checkId") REFERENCES "TextCheck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagVerdict" ADD CONSTRAINT "FlagVerdict_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagVerdict" ADD CONSTRAINT "FlagVerdict_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Span" ADD CONSTRAINT "Span_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that the schema language cannot say
ALTER TABLE "TextCheck" ADD CONSTRAINT "TextCheck_subject" CHECK (("draftId" IS NULL) = ("readingId" IS NOT NULL AND "itemId" IS NOT NULL));
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_place" CHECK ("start" >= 0 AND "end" >= "start");
ALTER TABLE "FlagVerdict" ADD CONSTRAINT "FlagVerdict_verdict" CHECK ("verdict" IN ('right', 'wrong'));
ALTER TABLE "Span" ADD CONSTRAINT "Span_place" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "Span" ADD CONSTRAINT "Span_severity" CHECK ("severity" IN ('minor', 'major', 'critical'));
