-- CreateTable
CREATE TABLE "DocumentEmbedding" (
    "embedder" TEXT NOT NULL,
    "chunkId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "addedIn" INTEGER NOT NULL,
    "vector" BYTEA NOT NULL,

    CONSTRAINT "DocumentEmbedding_pkey" PRIMARY KEY ("embedder","chunkId")
);

-- CreateIndex
CREATE INDEX "DocumentEmbedding_projectId_embedder_addedIn_idx" ON "DocumentEmbedding"("projectId", "embedder", "addedIn");

-- CreateIndex
CREATE INDEX "DocumentEmbedding_chunkId_idx" ON "DocumentEmbedding"("chunkId");

-- AddForeignKey
ALTER TABLE "DocumentEmbedding" ADD CONSTRAINT "DocumentEmbedding_chunkId_fkey" FOREIGN KEY ("chunkId") REFERENCES "DocumentChunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
