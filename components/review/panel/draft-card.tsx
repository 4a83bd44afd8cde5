"use client";
import { Segmented } from "@/components/ui/segmented";
import { splitSentences } from "@/lib/core/text/split-sentences";
import { useReview, useUi } from "../context";
import { addedRanges, type TextRange } from "../diff-ranges";
import { OwnDrafts } from "../documents/own-drafts";
import type { Entry } from "../entries";
import { useFlags } from "../flags/use-flags";
import { useMarks } from "../flags/use-marks";
import { isRated } from "../rate";
import { passagesOf, sourceText, withEvidence } from "../sources";
import { entryName, imagePlace } from "../words";
import type { DraftLook } from "../workspace-store";
import { FlagChip } from "./flag-chip";
import { FlagNotice } from "./flag-notice";
import { FlagRows } from "./flag-row";
import { MarkRows } from "./mark-rows";
import { FlaggedText } from "./marked-text";
import { ModelLabelLine } from "./model-label";
import { OriginalBox } from "./original-box";
import { OverrideReasons } from "./override-reasons";
import { ProvenanceLine } from "./provenance-line";
import { RatingGrid } from "./rating-grid";
import { Note, RejectReasons } from "./reject-reasons";
import { SentenceList } from "./sentence-list";
import { SideBySide } from "./side-by-side";
import { SourceBox } from "./source-box";
import { StateChips } from "./state-chip";
import { TextEditor } from "./text-editor";

const looks: readonly { readonly value: DraftLook; readonly label: string }[] = [
  { value: "draft", label: "Draft" },
  { value: "diff", label: "Diff" },
  { value: "side", label: "Side by side" },
];

/** The focused caption, findings or discussion: source, words, ratings, where it comes from. */
export function DraftCard({ entry }: { readonly entry: Entry }) {
  const { workspace, ui, readOnly } = useReview();
  const look = useUi((state) => state.look);
  const doing = useUi((state) => state.doing.kind);
  const passages = passagesOf(workspace, entry);
  const image = workspace.images.find((candidate) => candidate.id === entry.imageId);
  const name = entryName(entry, workspace.images, workspace.stacks);
  const source = entry.translation ? "" : sourceText(passages);
  const { flags } = useFlags(entry);
  const { marks, byHand, onPointerUp } = useMarks(entry);
  return (
    <article aria-label={name} className="border-b border-ln1 shadow-[inset_2px_0_0_var(--ac)]">
      <header className="flex items-center gap-2 px-4 pt-2.5 pb-1.5">
        <h2 className="text-14 font-semi whitespace-nowrap">{name}</h2>
        {image ? (
          <span className="min-w-0 truncate text-12 text-fg3">{imagePlace(image, workspace.stacks)}</span>
        ) : null}
        <span className="flex-1" />
        <FlagChip entry={entry} />
        <StateChips entry={entry} rejecting={doing === "rejecting"} />
      </header>
      {image?.modelLabel ? (
        <div className="px-4 pb-1.5">
          <ModelLabelLine said={image.modelLabel} />
        </div>
      ) : null}
      {entry.translation ? (
        <OriginalBox entry={entry} />
      ) : look === "side" && source !== "" && doing !== "editing" ? null : (
        <SourceBox passages={withEvidence(passages, workspace.passages, flags)} />
      )}
      {doing === "editing" && !readOnly ? (
        <TextEditor key={entry.id} entry={entry} label={name} />
      ) : (
        <>
          {source !== "" ? (
            <div className="flex items-center gap-3 px-4 pt-2.5 pb-0.5">
              <Segmented
                label="How the draft is shown"
                value={look}
                options={looks}
                onChange={(value) => ui.setState({ look: value })}
              />
              <span className="ml-auto" />
              {look === "draft" ? null : (
                <span className=" text-11 text-fg3 underline decoration-dotted underline-offset-4">
                  added
                </span>
              )}
              {flags.length > 0 && look !== "side" ? (
                <span className="text-11 text-er underline decoration-wavy underline-offset-4">conflict</span>
              ) : null}
              {look === "side" ? <del className="text-11 text-fg3">removed</del> : null}
            </div>
          ) : null}
          <div onPointerUp={onPointerUp}>
            <Words entry={entry} source={source} look={source === "" ? "draft" : look} byHand={byHand} />
          </div>
          <MarkRows entry={entry} marks={marks} />
        </>
      )}
      {doing === "editing" ? null : <OwnDrafts entry={entry} />}
      <FlagNotice entry={entry} />
      {doing !== "editing" ? (
        <>
          <OverrideReasons entry={entry} />
          <RejectReasons entry={entry} />
        </>
      ) : null}
      {entry.decision?.kind === "cannot-judge" && !readOnly ? (
        <div className="px-4 pb-1">
          <Note key={entry.id} entry={entry} value={entry.decision.note} />
        </div>
      ) : null}
      {isRated(workspace.settings, entry) && entry.state !== "cannot-judge" ? (
        <div className="sticky bottom-0 bg-bg1 shadow-[inset_2px_0_0_var(--ac)]">
          <RatingGrid entry={entry} />
        </div>
      ) : null}
      {entry.draft ? <ProvenanceLine draft={entry.draft} /> : null}
    </article>
  );
}

/** Sentences of a draft whose writer recorded none: numbered, without sources. */
const plainSentences = (text: string) =>
  splitSentences(text).map(({ start, end }) => ({ id: `${start}`, start, end, sources: [] }));

/** The draft sentence by sentence; the reader's own words in one piece, with what they changed. */
function Words({
  entry,
  source,
  look,
  byHand,
}: {
  readonly entry: Entry;
  readonly source: string;
  readonly look: DraftLook;
  readonly byHand: readonly TextRange[];
}) {
  const { workspace } = useReview();
  const { flags, supported } = useFlags(entry);
  if (entry.payload.form !== "text") return null;
  const { text } = entry.payload;
  const drafted = entry.draft?.payload.form === "text" ? entry.draft.payload.text : null;
  const own = text !== drafted;
  const rows = <FlagRows entry={entry} text={text} flags={flags} />;
  if (look === "side")
    return (
      <>
        <SideBySide source={own && drafted !== null ? drafted : source} draft={text} />
        <div className="px-4">{rows}</div>
      </>
    );
  if (own || !entry.draft)
    return (
      <div className="px-4 py-2">
        <p lang={entry.draft?.language} className="text-14 whitespace-pre-line">
          <FlaggedText
            text={text}
            added={look === "diff" ? addedRanges(drafted ?? source, text) : []}
            flags={flags}
            byHand={byHand}
          />
          {text === "" ? <span className="text-fg3">No words yet.</span> : null}
        </p>
        {rows}
      </div>
    );
  // A translation stands beside its text, which says what it rests on.
  const sentences = entry.translation
    ? entry.draft.sentences.map((sentence) => ({ ...sentence, sources: [] }))
    : entry.draft.sentences;
  return (
    <SentenceList
      text={text}
      sentences={sentences.length > 0 ? sentences : plainSentences(text)}
      passages={withEvidence(passagesOf(workspace, entry), workspace.passages, flags)}
      added={look === "diff" ? addedRanges(source, text) : []}
      entry={entry}
      flags={flags}
      byHand={byHand}
      supported={supported}
      warnUnsupported={sentences.some((sentence) => sentence.sources.length > 0)}
    />
  );
}
