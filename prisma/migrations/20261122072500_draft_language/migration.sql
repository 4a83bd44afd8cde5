-- Drafts that were stored before a draft said its own language all say "en". What it is can be known of each.
-- The rules write in the language of the case.
UPDATE "Draft" d SET "language" = c."language"
FROM "DraftSet" s JOIN "CaseRecord" c ON c."id" = s."caseId"
WHERE s."id" = d."draftSetId" AND d."language" = 'en' AND c."language" <> 'en'
  AND d."method" IN ('offline-rules', 'source-verbatim');

-- A model was asked for that of the passages it was given.
UPDATE "Draft" d SET "language" = c."language"
FROM "ModelCall" m JOIN "CaseRecord" c ON c."id" = m."caseId"
WHERE m."id" = d."modelCallId" AND d."language" = 'en' AND c."language" <> 'en' AND d."method" <> 'translation'
  AND EXISTS (SELECT 1 FROM jsonb_array_elements(m."inputs" -> 'blocks') b WHERE b ? 'passageId');

-- Where it was given none, for that of the drafts it was given, which are right by now; English where it was given neither.
UPDATE "Draft" d SET "language" = given."language"
FROM "ModelCall" m, "Draft" given
WHERE m."id" = d."modelCallId" AND d."language" = 'en' AND given."language" <> 'en' AND d."method" <> 'translation'
  AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(m."inputs" -> 'blocks') b WHERE b ? 'passageId')
  AND given."id" = (
    SELECT (b ->> 'draftId')::uuid FROM jsonb_array_elements(m."inputs" -> 'blocks') b WHERE b ? 'draftId' LIMIT 1
  );
