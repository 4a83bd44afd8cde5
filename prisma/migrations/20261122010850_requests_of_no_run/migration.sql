-- AlterTable
ALTER TABLE "JobRequest" ALTER COLUMN "runId" DROP NOT NULL;
