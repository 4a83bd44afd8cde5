import type { PassageView, ReadingWorkspace } from "@/lib/reading/types";
import type { Entry } from "./entries";

/** The human passages that belong to a text: those its sentences cite, else those of the same kind and image. */
export function passagesOf(
  workspace: Pick<ReadingWorkspace, "passages" | "drafts">,
  entry: Entry,
): readonly PassageView[] {
  const parent = workspace.drafts.find((draft) => draft.id === entry.draft?.parentDraftId);
  const sentences = [...(entry.draft?.sentences ?? []), ...(entry.draft ? [] : (parent?.sentences ?? []))];
  const cited = new Set(sentences.flatMap((sentence) => sentence.sources.map((source) => source.passageId)));
  if (cited.size > 0) return workspace.passages.filter((passage) => cited.has(passage.id));
  return workspace.passages.filter(
    (passage) => passage.kind === entry.kind && passage.imageId === entry.imageId,
  );
}

/** The words of a passage as one text. */
export function passageText(passage: PassageView): string {
  if (!passage.qa) return passage.text;
  const { question, options, answer } = passage.qa;
  return [question, options.length > 0 ? `Options: ${options.join(" / ")}` : "", `Answer: ${answer}`]
    .filter(Boolean)
    .join("\n");
}

/** All source words of a text, for the word difference. */
export const sourceText = (passages: readonly PassageView[]): string =>
  passages.map(passageText).join("\n\n");
