-- CreateTable
CREATE TABLE "ContextJudgement" (
    "readingId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "pinned" BOOLEAN NOT NULL DEFAULT false,
    "relevance" INTEGER,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ContextJudgement_pkey" PRIMARY KEY ("readingId","documentId")
);

-- CreateIndex
CREATE INDEX "ContextJudgement_documentId_idx" ON "ContextJudgement"("documentId");

-- AddForeignKey
ALTER TABLE "ContextJudgement" ADD CONSTRAINT "ContextJudgement_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContextJudgement" ADD CONSTRAINT "ContextJudgement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
