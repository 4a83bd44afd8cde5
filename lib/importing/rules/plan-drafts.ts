import { alignSentences } from "@/lib/core/text/align-sentences";
import type { TextPayload } from "@/lib/reading/schema";
import type { DraftSentence } from "@/lib/reading/types";
import type { CaseBundle } from "../schema";
import { contentHash } from "./content-hash";
import type { MakeId, PlannedImage, StoredPassage } from "./plan-types";

export interface PlannedDraft {
  readonly id: string;
  readonly imageId: string | null;
  readonly kind: CaseBundle["drafts"][number]["kind"];
  readonly method: "bundle";
  readonly parentDraftId: string | null;
  readonly payload: TextPayload;
  readonly language: string;
  readonly contentHash: string;
  readonly sentences: readonly DraftSentence[];
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly position: number;
}

function payloadOf(draft: CaseBundle["drafts"][number]): TextPayload {
  if (!draft.qa) return { form: "text", text: draft.text ?? "" };
  return { form: "qa", qa: { ...draft.qa, reasoning: draft.qa.reasoning ?? "" } };
}

type Passage = Pick<StoredPassage, "id" | "kind" | "imageId" | "text">;

/** Where each sentence of a draft seems to come from: its own image's caption first, then the text of its own kind. */
function sentencesOf(
  { kind, imageId, payload }: Pick<PlannedDraft, "kind" | "imageId" | "payload">,
  passages: readonly Passage[],
): readonly DraftSentence[] {
  if (payload.form !== "text") return [];
  const rank = (passage: Passage) => {
    if (passage.kind === "qa" || (passage.imageId !== null && passage.imageId !== imageId)) return null;
    return passage.imageId !== null ? 0 : passage.kind === kind ? 1 : 2;
  };
  const sources = [0, 1, 2].flatMap((wanted) => passages.filter((passage) => rank(passage) === wanted));
  return alignSentences(payload.text, sources).map(({ start, end, sources: spans }, index) => ({
    id: `s${index + 1}`,
    start,
    end,
    sources: spans.map(({ id, ...span }) => ({ passageId: id, ...span })),
  }));
}

interface DraftsOf {
  readonly bundle: CaseBundle;
  readonly images: readonly PlannedImage[];
  /** What humans wrote about the case, as it will stand after the import. */
  readonly passages: readonly Passage[];
}

/**
 * The bundle's drafts that the case does not have yet. A question hangs on the caption of its image. What
 * the bundle says of its method is provenance only: it cannot pass a model's text off as a human's.
 * @param stored content hashes of the drafts of the round
 */
export function planDrafts(
  { bundle, images, passages }: DraftsOf,
  stored: ReadonlySet<string>,
  makeId: MakeId,
): readonly PlannedDraft[] {
  const byExternalId = new Map(images.map((image) => [image.externalId, image.id]));
  const met = new Set(stored);
  const captions = new Map<string, string>();
  const order = (kind: string) => (kind === "qa" ? 1 : 0);
  const drafts = bundle.drafts
    .map((draft, position) => ({ draft, position }))
    .sort((a, b) => order(a.draft.kind) - order(b.draft.kind) || a.position - b.position);
  return drafts.flatMap(({ draft, position }): PlannedDraft[] => {
    const { kind } = draft;
    const imageId = draft.image == null ? null : (byExternalId.get(draft.image) ?? null);
    const payload = payloadOf(draft);
    const hash = contentHash({ kind, imageId, payload });
    if (met.has(hash)) return [];
    met.add(hash);
    const id = makeId();
    if (kind === "caption" && imageId && !captions.has(imageId)) captions.set(imageId, id);
    return [
      {
        id,
        imageId,
        kind,
        method: "bundle",
        parentDraftId: kind === "qa" && imageId ? (captions.get(imageId) ?? null) : null,
        payload,
        language: bundle.language,
        contentHash: hash,
        sentences: sentencesOf({ kind, imageId, payload }, passages),
        provenance: {
          method: draft.method ?? "bundle",
          model: draft.model ?? null,
          promptVersion: draft.promptVersion ?? null,
          retrieval: null,
          record: { from: "case.json", draft: position },
        },
        position,
      },
    ];
  });
}
