import type { Flag } from "@/lib/drafting/consistency/types";
import type { PassageSpan, PassageView, ReadingWorkspace } from "@/lib/reading/types";
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

/** The passages of a text, and behind them those that its flags rest on. */
export function withEvidence(
  passages: readonly PassageView[],
  all: readonly PassageView[],
  flags: readonly Pick<Flag, "evidence">[],
): readonly PassageView[] {
  const named = new Set(
    flags.flatMap(({ evidence }) => (evidence.from === "passage" ? [evidence.span.passageId] : [])),
  );
  const more = all.filter((passage) => named.has(passage.id) && !passages.includes(passage));
  return [...passages, ...more];
}

/** Where a place of a passage stands in its words as they are shown: a pair is shown with its options. */
export function shownSpan(passage: PassageView, span: PassageSpan): PassageSpan {
  if (!passage.qa) return span;
  const words = passageText(passage);
  const quote = passage.text.slice(span.start, span.end);
  const start = words.indexOf(quote);
  return start < 0 ? { ...span, start: 0, end: words.length } : { ...span, start, end: start + quote.length };
}
