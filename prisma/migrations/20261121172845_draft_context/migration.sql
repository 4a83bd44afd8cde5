-- CreateTable
CREATE TABLE "DraftContext" (
    "draftId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "chunkId" UUID NOT NULL,
    "lexicalRank" INTEGER,
    "lexicalScore" DOUBLE PRECISION,
    "denseRank" INTEGER,
    "denseScore" DOUBLE PRECISION,
    "fused" DOUBLE PRECISION NOT NULL,
    "matched" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "DraftContext_pkey" PRIMARY KEY ("draftId","position")
);

-- CreateIndex
CREATE INDEX "DraftContext_chunkId_idx" ON "DraftContext"("chunkId");

-- AddForeignKey
ALTER TABLE "DraftContext" ADD CONSTRAINT "DraftContext_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftContext" ADD CONSTRAINT "DraftContext_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "DocumentChunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
