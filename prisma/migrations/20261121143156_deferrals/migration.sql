-- AlterTable
ALTER TABLE "CaseReport" ADD COLUMN     "resolution" TEXT;

-- CreateTable
CREATE TABLE "Deferral" (
    "userId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deferral_pkey" PRIMARY KEY ("userId","caseId")
);

-- CreateIndex
CREATE INDEX "Deferral_caseId_idx" ON "Deferral"("caseId");

-- AddForeignKey
ALTER TABLE "Deferral" ADD CONSTRAINT "Deferral_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deferral" ADD CONSTRAINT "Deferral_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
