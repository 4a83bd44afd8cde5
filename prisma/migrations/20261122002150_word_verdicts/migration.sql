-- DropForeignKey
ALTER TABLE "FlagVerdict" DROP CONSTRAINT "FlagVerdict_flagId_fkey";

-- AlterTable
ALTER TABLE "Flag" ADD COLUMN     "claimId" UUID;

-- AlterTable
ALTER TABLE "FlagVerdict" ADD COLUMN     "claim" JSONB;

-- CreateIndex
CREATE INDEX "Flag_claimId_idx" ON "Flag"("claimId");
