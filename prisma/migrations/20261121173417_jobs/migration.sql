-- CreateTable
CREATE TABLE "JobRun" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "startedById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "spentTokens" BIGINT NOT NULL DEFAULT 0,
    "reservedTokens" BIGINT NOT NULL DEFAULT 0,
    "spentCost" DECIMAL(14,8) NOT NULL DEFAULT 0,
    "reservedCost" DECIMAL(14,8) NOT NULL DEFAULT 0,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobItem" (
    "runId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "workerId" UUID,
    "startedAt" TIMESTAMPTZ,
    "endedAt" TIMESTAMPTZ,
    "retriedAt" TIMESTAMPTZ,
    "sentence" TEXT,
    "result" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "JobItem_pkey" PRIMARY KEY ("runId","subjectId")
);

-- CreateTable
CREATE TABLE "JobWorker" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "aliveUntil" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "JobWorker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobRequest" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "workerId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ NOT NULL,
    "endedAt" TIMESTAMPTZ,

    CONSTRAINT "JobRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "JobRun_projectId_createdAt_idx" ON "JobRun"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "JobItem_runId_state_position_idx" ON "JobItem"("runId", "state", "position");

-- CreateIndex
CREATE INDEX "JobRequest_projectId_startedAt_idx" ON "JobRequest"("projectId", "startedAt");

-- AddForeignKey
ALTER TABLE "JobRun" ADD CONSTRAINT "JobRun_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobItem" ADD CONSTRAINT "JobItem_runId_fkey" FOREIGN KEY ("runId") REFERENCES "JobRun"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "JobItem" ADD CONSTRAINT "JobItem_state" CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "JobItem" ADD CONSTRAINT "JobItem_worker" CHECK (("state" = 'running') = ("workerId" IS NOT NULL));
-- What a worker looks for next, and what a dead one left.
CREATE INDEX "JobItem_next" ON "JobItem"("priority" DESC, "dueAt", "position") WHERE "state" = 'waiting';
CREATE INDEX "JobItem_worker_idx" ON "JobItem"("workerId") WHERE "state" = 'running';
-- Two runs over the same case do not work on it at the same time.
CREATE UNIQUE INDEX "JobItem_one_at_a_time" ON "JobItem"("subjectId") WHERE "state" = 'running';
CREATE INDEX "JobRequest_open" ON "JobRequest"("projectId") WHERE "endedAt" IS NULL;
