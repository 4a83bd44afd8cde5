import type { TextPayload } from "@/lib/reading/schema";
import type { CaseBundle } from "../schema";
import { contentHash } from "./content-hash";
import type { MakeId, PlannedImage } from "./plan-types";

export interface PlannedDraft {
  readonly id: string;
  readonly imageId: string | null;
  readonly kind: CaseBundle["drafts"][number]["kind"];
  readonly method: "bundle";
  readonly parentDraftId: string | null;
  readonly payload: TextPayload;
  readonly language: string;
  readonly contentHash: string;
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly position: number;
}

function payloadOf(draft: CaseBundle["drafts"][number]): TextPayload {
  if (!draft.qa) return { form: "text", text: draft.text ?? "" };
  return { form: "qa", qa: { ...draft.qa, reasoning: draft.qa.reasoning ?? "" } };
}

/**
 * The bundle's drafts that the case does not have yet. A question hangs on the caption of its image. What
 * the bundle says of its method is provenance only: it cannot pass a model's text off as a human's.
 * @param stored content hashes of the drafts of the round
 */
export function planDrafts(
  bundle: CaseBundle,
  images: readonly PlannedImage[],
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
