-- CreateTable
CREATE TABLE "QuestionLabel" (
    "draftId" UUID NOT NULL,
    "labeller" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "modelCallId" UUID,
    "labelledAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionLabel_pkey" PRIMARY KEY ("draftId","labeller")
);

-- CreateTable
CREATE TABLE "Comparison" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComparisonImage" (
    "id" UUID NOT NULL,
    "comparisonId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "imageId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "sentence" TEXT,

    CONSTRAINT "ComparisonImage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComparisonText" (
    "id" UUID NOT NULL,
    "comparisonImageId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "modelCallId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ComparisonText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComparisonRating" (
    "textId" UUID NOT NULL,
    "raterId" UUID NOT NULL,
    "accuracy" INTEGER NOT NULL,
    "relevance" INTEGER NOT NULL,
    "completeness" INTEGER NOT NULL,
    "usefulness" INTEGER NOT NULL,
    "ratedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ComparisonRating_pkey" PRIMARY KEY ("textId","raterId")
);

-- CreateIndex
CREATE INDEX "QuestionLabel_modelCallId_idx" ON "QuestionLabel"("modelCallId");

-- CreateIndex
CREATE INDEX "Comparison_projectId_createdAt_idx" ON "Comparison"("projectId", "createdAt");

-- CreateIndex
CREATE INDEX "ComparisonImage_caseId_idx" ON "ComparisonImage"("caseId");

-- CreateIndex
CREATE INDEX "ComparisonImage_imageId_idx" ON "ComparisonImage"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "ComparisonImage_comparisonId_imageId_key" ON "ComparisonImage"("comparisonId", "imageId");

-- CreateIndex
CREATE INDEX "ComparisonText_modelCallId_idx" ON "ComparisonText"("modelCallId");

-- CreateIndex
CREATE UNIQUE INDEX "ComparisonText_comparisonImageId_method_key" ON "ComparisonText"("comparisonImageId", "method");

-- CreateIndex
CREATE INDEX "ComparisonRating_raterId_idx" ON "ComparisonRating"("raterId");

-- AddForeignKey
ALTER TABLE "QuestionLabel" ADD CONSTRAINT "QuestionLabel_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionLabel" ADD CONSTRAINT "QuestionLabel_modelCallId_fkey" FOREIGN KEY ("modelCallId") REFERENCES "ModelCall"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comparison" ADD CONSTRAINT "Comparison_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonImage" ADD CONSTRAINT "ComparisonImage_comparisonId_fkey" FOREIGN KEY ("comparisonId") REFERENCES "Comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonImage" ADD CONSTRAINT "ComparisonImage_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonImage" ADD CONSTRAINT "ComparisonImage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonText" ADD CONSTRAINT "ComparisonText_comparisonImageId_fkey" FOREIGN KEY ("comparisonImageId") REFERENCES "ComparisonImage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonText" ADD CONSTRAINT "ComparisonText_modelCallId_fkey" FOREIGN KEY ("modelCallId") REFERENCES "ModelCall"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonRating" ADD CONSTRAINT "ComparisonRating_textId_fkey" FOREIGN KEY ("textId") REFERENCES "ComparisonText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComparisonRating" ADD CONSTRAINT "ComparisonRating_raterId_fkey" FOREIGN KEY ("raterId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the columns may hold.
ALTER TABLE "QuestionLabel" ADD CONSTRAINT "QuestionLabel_label_check" CHECK ("label" IN ('knowledge', 'inference'));
ALTER TABLE "ComparisonText" ADD CONSTRAINT "ComparisonText_method_check"
    CHECK ("method" IN ('native', 'text-only', 'image-only', 'image-and-text'));
ALTER TABLE "ComparisonRating" ADD CONSTRAINT "ComparisonRating_range_check"
    CHECK (least("accuracy", "relevance", "completeness", "usefulness") >= 1
        AND greatest("accuracy", "relevance", "completeness", "usefulness") <= 5);
