-- AlterTable
ALTER TABLE "ContextJudgement" ADD COLUMN     "chunkId" UUID;

-- CreateIndex
CREATE INDEX "ContextJudgement_chunkId_idx" ON "ContextJudgement"("chunkId");

-- AddForeignKey
ALTER TABLE "ContextJudgement" ADD CONSTRAINT "ContextJudgement_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "DocumentChunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
