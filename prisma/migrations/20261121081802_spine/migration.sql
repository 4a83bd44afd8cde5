-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "projectId" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "hash" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "siteAdmin" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TIMESTAMPTZ,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","projectId")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "usedAt" TIMESTAMPTZ,

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LoginThrottle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "windowStart" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "LoginThrottle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "lastNumber" INTEGER NOT NULL DEFAULT 0,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "site" TEXT NOT NULL DEFAULT '',
    "url" TEXT,
    "licence" TEXT,
    "externalModelAllowed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseRecord" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "externalId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "patientKey" TEXT,
    "groupKey" TEXT NOT NULL,
    "sourceSplit" TEXT,
    "age" TEXT,
    "sex" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "state" TEXT NOT NULL,
    "holdReason" TEXT,
    "modalities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "bodyParts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "imageCount" INTEGER NOT NULL DEFAULT 0,
    "draftCount" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "readersWanted" INTEGER NOT NULL DEFAULT 1,
    "readersClaimed" INTEGER NOT NULL DEFAULT 0,
    "readersSubmitted" INTEGER NOT NULL DEFAULT 0,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ,
    "contentHash" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "CaseRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "imageId" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,
    "qa" JSONB,
    "language" TEXT NOT NULL DEFAULT 'en',
    "contentHash" TEXT NOT NULL,
    "supersededById" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Study" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "uid" TEXT NOT NULL,

    CONSTRAINT "Study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "studyId" UUID,
    "kind" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "externalId" TEXT,
    "number" INTEGER,
    "modality" TEXT NOT NULL,
    "description" TEXT,
    "bodyPart" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Stack" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "signature" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "plane" TEXT,
    "positions" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    "notice" TEXT,
    "frames" JSONB NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Stack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instance" (
    "id" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "uid" TEXT NOT NULL,
    "number" INTEGER,
    "sourceHash" TEXT NOT NULL,
    "pixelHash" TEXT NOT NULL,
    "metadata" JSONB NOT NULL,
    "header" JSONB NOT NULL DEFAULT '{}',
    "ordering" JSONB NOT NULL DEFAULT '{}',
    "objectKey" TEXT NOT NULL,
    "frameOffsets" JSONB NOT NULL,
    "posterKey" TEXT NOT NULL,
    "thumbnailKey" TEXT NOT NULL,
    "identityRisk" TEXT,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UidCrosswalk" (
    "projectId" UUID NOT NULL,
    "remapped" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UidCrosswalk_pkey" PRIMARY KEY ("projectId","remapped")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "instanceId" UUID NOT NULL,
    "frame" INTEGER NOT NULL,
    "figure" TEXT,
    "parentId" UUID,
    "crop" JSONB,
    "cropKey" TEXT NOT NULL DEFAULT '',
    "externalId" TEXT,
    "chosenBy" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImageLabel" (
    "imageId" UUID NOT NULL,
    "labeller" TEXT NOT NULL,
    "modality" TEXT,
    "bodyPart" TEXT,
    "plane" TEXT,
    "confidence" DOUBLE PRECISION,

    CONSTRAINT "ImageLabel_pkey" PRIMARY KEY ("imageId","labeller")
);

-- CreateTable
CREATE TABLE "SourceRegion" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "instanceId" UUID NOT NULL,
    "frame" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "label" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "SourceRegion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT,
    "url" TEXT,
    "text" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "caseId" UUID,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseReport" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reporterId" UUID NOT NULL,
    "readingId" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ,
    "resolvedById" UUID,

    CONSTRAINT "CaseReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GenerationRun" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ,

    CONSTRAINT "GenerationRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftSet" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozenAt" TIMESTAMPTZ,

    CONSTRAINT "DraftSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "draftSetId" UUID NOT NULL,
    "imageId" UUID,
    "kind" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "parentDraftId" UUID,
    "payload" JSONB NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "contentHash" TEXT NOT NULL,
    "sentences" JSONB NOT NULL DEFAULT '[]',
    "provenance" JSONB NOT NULL DEFAULT '{}',
    "runId" UUID,
    "supersededById" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Import" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "actorId" UUID,
    "roots" TEXT[],
    "state" TEXT NOT NULL,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ,

    CONSTRAINT "Import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "importId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("importId","name")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "activeSeconds" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ,
    "startedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ,
    "submittedHash" TEXT,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Region" (
    "id" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "instanceId" UUID NOT NULL,
    "frame" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "worldPoints" JSONB,
    "frameOfReferenceUid" TEXT,
    "label" TEXT NOT NULL,
    "labelAt" JSONB,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "lesionId" UUID,
    "renderer" TEXT NOT NULL,
    "derivedFrom" UUID,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeySlice" (
    "readingId" UUID NOT NULL,
    "instanceId" UUID NOT NULL,
    "frame" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "mark" TEXT NOT NULL,

    CONSTRAINT "KeySlice_pkey" PRIMARY KEY ("readingId","instanceId","frame")
);

-- CreateTable
CREATE TABLE "Decision" (
    "readingId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "kind" TEXT NOT NULL,
    "draftHash" TEXT,
    "result" JSONB,
    "reasons" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "note" TEXT,
    "textKind" TEXT,
    "imageId" UUID,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("readingId","id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "readingId" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "deletedAt" TIMESTAMPTZ,
    "accuracy" INTEGER,
    "relevance" INTEGER,
    "completeness" INTEGER,
    "usefulness" INTEGER,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("readingId","draftId")
);

-- CreateTable
CREATE TABLE "ReadingChange" (
    "readingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "key" UUID NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "undoes" UUID,
    "changes" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingChange_pkey" PRIMARY KEY ("readingId","revision")
);

-- CreateIndex
CREATE INDEX "AuditEvent_projectId_id_idx" ON "AuditEvent"("projectId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_idx" ON "AuditEvent"("subjectType", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_projectId_idx" ON "Membership"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "SetupLink_tokenHash_key" ON "SetupLink"("tokenHash");

-- CreateIndex
CREATE INDEX "SetupLink_userId_idx" ON "SetupLink"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Project_slug_key" ON "Project"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Source_projectId_name_site_key" ON "Source"("projectId", "name", "site");

-- CreateIndex
CREATE INDEX "CaseRecord_projectId_state_priority_id_idx" ON "CaseRecord"("projectId", "state", "priority", "id");

-- CreateIndex
CREATE INDEX "CaseRecord_projectId_groupKey_idx" ON "CaseRecord"("projectId", "groupKey");

-- CreateIndex
CREATE UNIQUE INDEX "CaseRecord_sourceId_externalId_key" ON "CaseRecord"("sourceId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseRecord_projectId_number_key" ON "CaseRecord"("projectId", "number");

-- CreateIndex
CREATE INDEX "Passage_caseId_kind_idx" ON "Passage"("caseId", "kind");

-- CreateIndex
CREATE INDEX "Passage_imageId_idx" ON "Passage"("imageId");

-- CreateIndex
CREATE UNIQUE INDEX "Study_caseId_uid_key" ON "Study"("caseId", "uid");

-- CreateIndex
CREATE INDEX "Series_studyId_idx" ON "Series"("studyId");

-- CreateIndex
CREATE UNIQUE INDEX "Series_caseId_uid_key" ON "Series"("caseId", "uid");

-- CreateIndex
CREATE UNIQUE INDEX "Stack_seriesId_signature_key" ON "Stack"("seriesId", "signature");

-- CreateIndex
CREATE INDEX "Instance_sourceHash_idx" ON "Instance"("sourceHash");

-- CreateIndex
CREATE UNIQUE INDEX "Instance_seriesId_uid_key" ON "Instance"("seriesId", "uid");

-- CreateIndex
CREATE INDEX "Image_instanceId_idx" ON "Image"("instanceId");

-- CreateIndex
CREATE INDEX "Image_parentId_idx" ON "Image"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Image_caseId_instanceId_frame_cropKey_key" ON "Image"("caseId", "instanceId", "frame", "cropKey");

-- CreateIndex
CREATE INDEX "SourceRegion_instanceId_idx" ON "SourceRegion"("instanceId");

-- CreateIndex
CREATE UNIQUE INDEX "SourceRegion_caseId_contentHash_key" ON "SourceRegion"("caseId", "contentHash");

-- CreateIndex
CREATE UNIQUE INDEX "Document_projectId_kind_externalId_key" ON "Document"("projectId", "kind", "externalId");

-- CreateIndex
CREATE INDEX "CaseReport_caseId_idx" ON "CaseReport"("caseId");

-- CreateIndex
CREATE INDEX "GenerationRun_caseId_idx" ON "GenerationRun"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "DraftSet_caseId_round_key" ON "DraftSet"("caseId", "round");

-- CreateIndex
CREATE INDEX "Draft_imageId_idx" ON "Draft"("imageId");

-- CreateIndex
CREATE INDEX "Draft_runId_idx" ON "Draft"("runId");

-- CreateIndex
CREATE INDEX "Draft_parentDraftId_idx" ON "Draft"("parentDraftId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_draftSetId_contentHash_key" ON "Draft"("draftSetId", "contentHash");

-- CreateIndex
CREATE INDEX "Import_projectId_startedAt_idx" ON "Import"("projectId", "startedAt");

-- CreateIndex
CREATE INDEX "Reading_readerId_state_idx" ON "Reading"("readerId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_caseId_readerId_round_key" ON "Reading"("caseId", "readerId", "round");

-- CreateIndex
CREATE INDEX "Region_readingId_idx" ON "Region"("readingId");

-- CreateIndex
CREATE INDEX "Region_instanceId_idx" ON "Region"("instanceId");

-- CreateIndex
CREATE INDEX "KeySlice_instanceId_idx" ON "KeySlice"("instanceId");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingChange_readingId_key_key" ON "ReadingChange"("readingId", "key");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetupLink" ADD CONSTRAINT "SetupLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Study" ADD CONSTRAINT "Study_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_studyId_fkey" FOREIGN KEY ("studyId") REFERENCES "Study"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Stack" ADD CONSTRAINT "Stack_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instance" ADD CONSTRAINT "Instance_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_instanceId_fkey" FOREIGN KEY ("instanceId") REFERENCES "Instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Image" ADD CONSTRAINT "Image_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImageLabel" ADD CONSTRAINT "ImageLabel_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceRegion" ADD CONSTRAINT "SourceRegion_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceRegion" ADD CONSTRAINT "SourceRegion_instanceId_fkey" FOREIGN KEY ("instanceId") REFERENCES "Instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseReport" ADD CONSTRAINT "CaseReport_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftSet" ADD CONSTRAINT "DraftSet_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_draftSetId_fkey" FOREIGN KEY ("draftSetId") REFERENCES "DraftSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_runId_fkey" FOREIGN KEY ("runId") REFERENCES "GenerationRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_parentDraftId_fkey" FOREIGN KEY ("parentDraftId") REFERENCES "Draft"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Import" ADD CONSTRAINT "Import_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "CaseRecord"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_instanceId_fkey" FOREIGN KEY ("instanceId") REFERENCES "Instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeySlice" ADD CONSTRAINT "KeySlice_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeySlice" ADD CONSTRAINT "KeySlice_instanceId_fkey" FOREIGN KEY ("instanceId") REFERENCES "Instance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingChange" ADD CONSTRAINT "ReadingChange_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK ("role" IN ('reader', 'adjudicator', 'admin'));
ALTER TABLE "SetupLink" ADD CONSTRAINT "SetupLink_purpose" CHECK ("purpose" IN ('first-admin', 'password'));
ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email"));
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_state" CHECK ("state" IN ('imported', 'held', 'ready', 'reading', 'read', 'adjudication', 'final', 'unusable'));
ALTER TABLE "CaseRecord" ADD CONSTRAINT "CaseRecord_readers" CHECK ("readersSubmitted" >= 0 AND "readersClaimed" >= 0 AND "readersWanted" >= 0);
ALTER TABLE "CaseReport" ADD CONSTRAINT "CaseReport_kind" CHECK ("kind" IN ('unusable', 'identity'));
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_kind" CHECK ("kind" IN ('history', 'caption', 'findings', 'discussion', 'differential', 'diagnosis', 'qa'));
ALTER TABLE "Series" ADD CONSTRAINT "Series_kind" CHECK ("kind" IN ('dicom', 'figure'));
ALTER TABLE "Stack" ADD CONSTRAINT "Stack_kind" CHECK ("kind" IN ('volume', 'clip', 'single', 'figure'));
ALTER TABLE "Image" ADD CONSTRAINT "Image_chosenBy" CHECK ("chosenBy" IN ('annotated', 'sampled', 'bundle'));
ALTER TABLE "Document" ADD CONSTRAINT "Document_kind" CHECK ("kind" IN ('guideline', 'case'));
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_kind" CHECK ("kind" IN ('caption', 'findings', 'discussion', 'qa'));
ALTER TABLE "Import" ADD CONSTRAINT "Import_state" CHECK ("state" IN ('running', 'done', 'failed'));
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_outcome" CHECK ("outcome" IN ('stored', 'unchanged', 'refused'));
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_state" CHECK ("state" IN ('open', 'submitted', 'unusable'));
ALTER TABLE "Region" ADD CONSTRAINT "Region_kind" CHECK ("kind" IN ('ellipse', 'rectangle', 'freehand', 'arrow', 'length', 'probe'));
ALTER TABLE "KeySlice" ADD CONSTRAINT "KeySlice_mark" CHECK ("mark" IN ('key', 'selected', 'removed'));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_kind" CHECK ("kind" IN ('accept', 'edit', 'editing', 'reject', 'cannot-judge', 'added'));
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_bound" CHECK ("kind" = 'added' OR "draftHash" IS NOT NULL);
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_range" CHECK (
  ("accuracy" IS NULL OR "accuracy" BETWEEN 1 AND 5) AND ("relevance" IS NULL OR "relevance" BETWEEN 1 AND 5)
  AND ("completeness" IS NULL OR "completeness" BETWEEN 1 AND 5) AND ("usefulness" IS NULL OR "usefulness" BETWEEN 1 AND 5));

CREATE INDEX "CaseRecord_open_work" ON "CaseRecord" ("projectId", "priority" DESC, "id") WHERE "state" IN ('ready', 'reading');
CREATE INDEX "AuditEvent_unsealed" ON "AuditEvent" ("id") WHERE "hash" IS NULL;

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

-- The sealer may set a hash once; nothing else about an audit event ever changes.
CREATE FUNCTION "seal_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."hash" IS NOT NULL OR (to_jsonb(NEW) - 'hash') IS DISTINCT FROM (to_jsonb(OLD) - 'hash') THEN
    RAISE EXCEPTION 'AuditEvent is append-only';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER "AuditEvent_update" BEFORE UPDATE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "seal_only"();
CREATE TRIGGER "AuditEvent_delete" BEFORE DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "AuditEvent_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ReadingChange_update" BEFORE UPDATE ON "ReadingChange" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ReadingChange_delete" BEFORE DELETE ON "ReadingChange" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
