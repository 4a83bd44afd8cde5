import type {
  ApprovedItem,
  FormatRow,
  QuestionLabelling,
  ReleaseCase,
  ReleaseImage,
  TakenDraft,
} from "../types";
import { languageOf, translatedInto } from "./language";

/** One line of provenance.jsonl: where a row comes from, from the source to each reader's decision. */
export function provenanceRow(row: FormatRow, item: ApprovedItem, released: ReleaseCase) {
  const { draft } = item;
  const submitted = item.decisions.map(({ submittedAt }) => submittedAt.toISOString()).sort();
  return {
    row: row.id,
    kind: item.kind,
    language: languageOf(item, released),
    translationOf: translatedInto(item) === null ? null : (draft?.parentDraftId ?? null),
    tier: item.tier,
    expertApproved: true,
    case: {
      externalId: released.externalId,
      label: released.label,
      group: released.groupKey,
      sourceSplit: released.sourceSplit,
      round: released.round,
    },
    source: { name: released.source.name, url: released.source.url, licence: released.source.licence },
    ...imagesRow(row.images),
    questionLabels: questionLabels(item),
    draft: draft && {
      id: draft.id,
      hash: draft.contentHash,
      method: draft.method,
      writtenBy: draft.provenance.method ?? draft.method,
      model: draft.provenance.model ?? null,
      promptVersion: draft.provenance.promptVersion ?? null,
      retrieval: draft.provenance.retrieval ?? null,
      createdAt: draft.createdAt.toISOString(),
      sentences: draft.sentences.map(({ id, sources }) => ({ id, sources })),
    },
    decisions: item.decisions.map(({ reader, kind, submittedAt, editDistance, taken }) => ({
      reader,
      kind,
      submittedAt: submittedAt.toISOString(),
      editDistance,
      ...(taken ? { taken: takenRow(taken) } : {}),
    })),
    submittedAt: submitted.at(-1) ?? null,
  };
}

/** The one image as `image`; of several, `images` has them in their order. */
function imagesRow(images: readonly ReleaseImage[]) {
  const [first, ...others] = images.map(imageRow);
  return others.length > 0 ? { image: null, images: [first, ...others] } : { image: first ?? null };
}

const imageRow = ({ file, figure, seriesUid, instanceUid, frame, crop, labels }: ReleaseImage) => ({
  file,
  figure,
  seriesUid,
  instanceUid,
  frame,
  crop,
  labels,
});

/** What models said of the question; of one that a reader put in other words nothing is said. */
function questionLabels({ draft, payload }: ApprovedItem): readonly QuestionLabelling[] {
  if (payload.form !== "qa" || draft?.payload.form !== "qa") return [];
  return payload.qa.question.trim() === draft.payload.qa.question.trim() ? draft.questionLabels : [];
}

/** The private draft that a reader began with, as the draft of the round is told. */
const takenRow = ({ id, contentHash, method, provenance, createdAt }: TakenDraft) => ({
  id,
  hash: contentHash,
  method,
  writtenBy: provenance.method ?? method,
  model: provenance.model ?? null,
  promptVersion: provenance.promptVersion ?? null,
  retrieval: provenance.retrieval ?? null,
  createdAt: createdAt.toISOString(),
});
