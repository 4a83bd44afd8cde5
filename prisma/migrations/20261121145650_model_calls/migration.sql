-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "modelCallId" UUID;

-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "repairsId" UUID,
    "provider" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "servedModel" TEXT,
    "promptId" TEXT NOT NULL,
    "promptVersion" INTEGER NOT NULL,
    "promptHash" TEXT NOT NULL,
    "rung" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "inputs" JSONB NOT NULL,
    "requestHash" TEXT NOT NULL,
    "requestBytes" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "sentence" TEXT,
    "response" TEXT,
    "requestId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "inputTokens" INTEGER,
    "cachedTokens" INTEGER,
    "outputTokens" INTEGER,
    "cost" DECIMAL(14,8),
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ModelCall_caseId_requestHash_idx" ON "ModelCall"("caseId", "requestHash");

-- CreateIndex
CREATE INDEX "ModelCall_runId_idx" ON "ModelCall"("runId");

-- CreateIndex
CREATE INDEX "ModelCall_repairsId_idx" ON "ModelCall"("repairsId");

-- CreateIndex
CREATE INDEX "Draft_modelCallId_idx" ON "Draft"("modelCallId");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_modelCallId_fkey" FOREIGN KEY ("modelCallId") REFERENCES "ModelCall"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_runId_fkey" FOREIGN KEY ("runId") REFERENCES "GenerationRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_repairsId_fkey" FOREIGN KEY ("repairsId") REFERENCES "ModelCall"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_state" CHECK ("state" IN ('sent', 'answered', 'invalid', 'refused', 'truncated', 'filtered', 'unreadable', 'timeout', 'rate-limited', 'unavailable', 'unauthorised', 'rejected', 'over-budget', 'aborted'));
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_rung" CHECK ("rung" IN ('strict', 'schema', 'object', 'text'));
