-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "pictureKey" TEXT;

-- CreateTable
CREATE TABLE "EmbeddingClaim" (
    "embedder" TEXT NOT NULL,
    "chunkId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "EmbeddingClaim_pkey" PRIMARY KEY ("embedder","chunkId")
);

-- CreateIndex
CREATE INDEX "EmbeddingClaim_projectId_embedder_until_idx" ON "EmbeddingClaim"("projectId", "embedder", "until");

-- CreateIndex
CREATE INDEX "EmbeddingClaim_chunkId_idx" ON "EmbeddingClaim"("chunkId");

-- CreateIndex
CREATE INDEX "Document_pictureKey_idx" ON "Document"("pictureKey");

-- AddForeignKey
ALTER TABLE "EmbeddingClaim" ADD CONSTRAINT "EmbeddingClaim_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "DocumentChunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
