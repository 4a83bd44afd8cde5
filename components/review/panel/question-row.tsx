"use client";
import { Chip } from "@/components/ui/chip";
import { cx } from "@/components/ui/cx";
import { draftText } from "@/lib/drafting/rules/draft-text";
import { useReview, useUi } from "../context";
import { addedRanges } from "../diff-ranges";
import type { Entry } from "../entries";
import { useFlags } from "../flags/use-flags";
import { useMarks } from "../flags/use-marks";
import { focusEntry } from "../navigate";
import { isRated } from "../rate";
import { passagesOf, withEvidence } from "../sources";
import { translatedName } from "../words";
import { FlagChip } from "./flag-chip";
import { FlagNotice } from "./flag-notice";
import { FlagRows } from "./flag-row";
import { MarkRows } from "./mark-rows";
import { FlaggedText, MarkedText } from "./marked-text";
import { ModelLabelLine } from "./model-label";
import { OriginalBox } from "./original-box";
import { OverrideReasons } from "./override-reasons";
import { ProvenanceLine } from "./provenance-line";
import { optionLetter } from "./question-editor";
import { RatingGrid } from "./rating-grid";
import { Note, RejectReasons } from "./reject-reasons";
import { SourceBox } from "./source-box";
import { StateChips } from "./state-chip";
import { TextEditor } from "./text-editor";

/** One question-answer pair. In focus it shows its options, reasoning, source and reasons. */
export function QuestionRow({ entry, number }: { readonly entry: Entry; readonly number: number }) {
  const review = useReview();
  const focused = useUi((state) => state.focusId === entry.id);
  const doing = useUi((state) => state.doing.kind);
  const editing = focused && doing === "editing" && !review.readOnly;
  const rejecting = focused && doing === "rejecting";
  if (entry.payload.form !== "qa") return null;
  const { question, answer } = entry.payload.qa;
  const struck = entry.state === "rejected" || rejecting;
  const name = translatedName(`Question ${number}`, entry);
  return (
    <article
      aria-label={name}
      className={cx("border-t border-ln1", focused && "bg-bg2 pb-2 shadow-[inset_2px_0_0_var(--ac)]")}
    >
      <button
        type="button"
        aria-expanded={focused}
        onClick={() => focusEntry(review, entry)}
        className="grid w-full grid-cols-[24px_1fr_auto] gap-x-1 py-2 pr-4 pl-3 text-left focus-visible:-outline-offset-2"
      >
        <span className="text-12 leading-5 text-fg3">{number}</span>
        <span lang={entry.draft?.language} className="min-w-0">
          <span className="block text-13 font-med">{question || "No question yet."}</span>
          <span className={cx("block text-13", struck ? "text-fg3 line-through decoration-er" : "text-fg2")}>
            {answer ? <Answer entry={entry} /> : "No answer yet."}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1 pt-0.5">
          {entry.translation ? <Chip tone="quiet">Chinese</Chip> : null}
          <FlagChip entry={entry} />
          <StateChips entry={entry} rejecting={rejecting} />
        </span>
      </button>
      {editing ? <TextEditor key={entry.id} entry={entry} label={name} /> : null}
      {focused && !editing ? <Details entry={entry} /> : null}
    </article>
  );
}

function Answer({ entry }: { readonly entry: Entry }) {
  const { flags } = useFlags(entry);
  if (entry.payload.form !== "qa") return null;
  const { answer, reasoning } = entry.payload.qa;
  const text = draftText(entry.payload);
  const end = text.length - reasoning.length - 1;
  return <FlaggedText text={text} part={{ start: end - answer.length, end }} added={[]} flags={flags} />;
}

function Details({ entry }: { readonly entry: Entry }) {
  const { workspace, readOnly } = useReview();
  const look = useUi((state) => state.look);
  const { flags } = useFlags(entry);
  const { marks, byHand, onPointerUp } = useMarks(entry);
  if (entry.payload.form !== "qa") return null;
  const { question, options, answerIndexes, answer, reasoning } = entry.payload.qa;
  const draft = entry.draft?.payload.form === "qa" ? entry.draft.payload.qa : null;
  const drafted = draft?.answer ?? null;
  const asDrafted = draft?.question === question;
  const passages = withEvidence(passagesOf(workspace, entry), workspace.passages, flags);
  const text = draftText(entry.payload);
  const reasoningAt = text.length - reasoning.length;
  return (
    <>
      {options.length > 0 ? (
        <ul lang={entry.draft?.language} className="mb-2 grid gap-0.5 pr-4 pl-10 text-12">
          {options.map((option, index) => (
            <li key={optionLetter(index)} className={answerIndexes.includes(index) ? "text-fg1" : "text-fg3"}>
              <span className="mr-2 font-med">{optionLetter(index)}</span>
              {option}
              {answerIndexes.includes(index) ? (
                <span lang="en" className="ml-2 text-11 text-ok">
                  correct
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {drafted !== null && drafted !== answer && look !== "draft" ? (
        <p className="mb-2 pr-4 pl-10 text-12 text-fg2">
          <MarkedText text={answer} marks={addedRanges(drafted, answer)} as="added" />
        </p>
      ) : null}
      {reasoning ? (
        <p onPointerUp={onPointerUp} className="mb-2 pr-4 pl-10 text-12 text-fg2">
          <span className="text-fg3">Reasoning: </span>
          <span lang={entry.draft?.language}>
            <FlaggedText
              text={text}
              part={{ start: reasoningAt, end: text.length }}
              added={[]}
              flags={flags}
              byHand={byHand}
            />
          </span>
        </p>
      ) : null}
      <div className="pr-4 pb-2 pl-10">
        <FlagRows entry={entry} text={text} flags={flags} />
        <FlagNotice entry={entry} bare />
      </div>
      {asDrafted && entry.draft?.questionLabel ? (
        <div className="pr-4 pb-2 pl-10">
          <ModelLabelLine said={entry.draft.questionLabel} />
        </div>
      ) : null}
      <MarkRows entry={entry} marks={marks} />
      {entry.translation ? <OriginalBox entry={entry} /> : <SourceBox passages={passages} />}
      <OverrideReasons entry={entry} />
      <RejectReasons entry={entry} />
      {entry.decision?.kind === "cannot-judge" && !readOnly ? (
        <div className="px-4 pt-1">
          <Note key={entry.id} entry={entry} value={entry.decision.note} />
        </div>
      ) : null}
      {isRated(workspace.settings, entry) && entry.state !== "cannot-judge" ? (
        <RatingGrid entry={entry} />
      ) : null}
      {entry.draft ? (
        <div className="pt-1.5">
          <ProvenanceLine draft={entry.draft} />
        </div>
      ) : null}
    </>
  );
}
