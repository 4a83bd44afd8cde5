import type { DraftView } from "@/lib/reading/types";

/** A draft of findings with nothing particular about it, but for what a test gives. */
export const draftView = (id: string, more: Partial<DraftView> = {}): DraftView => ({
  id,
  kind: "findings",
  imageId: null,
  parentDraftId: null,
  payload: { form: "text", text: id },
  contentHash: "0".repeat(64),
  sentences: [],
  language: "en",
  stale: false,
  questionLabel: null,
  provenance: {
    method: "",
    model: null,
    promptVersion: null,
    retrieval: null,
    writtenAt: "",
    runId: null,
  },
  ...more,
});
