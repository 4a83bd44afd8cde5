-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "checkedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "chunkedBy" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "externalModelAllowed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "groupKey" TEXT,
ADD COLUMN     "heldOut" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "RetrievalStore" (
    "projectId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RetrievalStore_pkey" PRIMARY KEY ("projectId")
);

-- CreateTable
CREATE TABLE "DocumentChunk" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "retiredIn" INTEGER,

    CONSTRAINT "DocumentChunk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DocumentChunk_documentId_idx" ON "DocumentChunk"("documentId");

-- CreateIndex
CREATE INDEX "DocumentChunk_projectId_addedIn_idx" ON "DocumentChunk"("projectId", "addedIn");

-- CreateIndex
CREATE INDEX "DocumentChunk_projectId_retiredIn_idx" ON "DocumentChunk"("projectId", "retiredIn");

-- CreateIndex
CREATE INDEX "Document_projectId_chunkedBy_idx" ON "Document"("projectId", "chunkedBy");

-- CreateIndex
CREATE INDEX "Document_caseId_idx" ON "Document"("caseId");

-- AddForeignKey
ALTER TABLE "RetrievalStore" ADD CONSTRAINT "RetrievalStore_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentChunk" ADD CONSTRAINT "DocumentChunk_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Guidelines are published texts: until now nothing of them was sent, from here on their sections may go into requests.
UPDATE "Document" SET "externalModelAllowed" = true WHERE "kind" = 'guideline';
