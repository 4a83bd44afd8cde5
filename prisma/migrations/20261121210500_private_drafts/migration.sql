-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "besideId" UUID,
ADD COLUMN     "readingId" UUID,
ALTER COLUMN "draftSetId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ModelCall" ADD COLUMN     "readingId" UUID;

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "takenId" UUID;

-- A draft belongs to a round or to one reading, never to both and never to neither.
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_set_or_reading"
  CHECK (("draftSetId" IS NULL) <> ("readingId" IS NULL) AND ("readingId" IS NULL) = ("besideId" IS NULL));

-- CreateIndex
CREATE UNIQUE INDEX "Draft_readingId_besideId_contentHash_key" ON "Draft"("readingId", "besideId", "contentHash");

-- CreateIndex
CREATE INDEX "Draft_besideId_idx" ON "Draft"("besideId");

-- CreateIndex
CREATE INDEX "ModelCall_readingId_idx" ON "ModelCall"("readingId");

-- CreateIndex
CREATE INDEX "Decision_takenId_idx" ON "Decision"("takenId");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_besideId_fkey" FOREIGN KEY ("besideId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_takenId_fkey" FOREIGN KEY ("takenId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
