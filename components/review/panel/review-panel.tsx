"use client";
import { Flag, Plus } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { IconButton } from "@/components/ui/icon-button";
import { Tabs } from "@/components/ui/tabs";
import { Toast } from "@/components/ui/toast";
import { type TextKind, textKinds } from "@/lib/reading/schema";
import { useEntries, useReview, useUi } from "../context";
import { addOwn } from "../decide";
import { ContextDrawer } from "../documents/context-drawer";
import { type Entry, groupOf, numberedEntries, progress } from "../entries";
import { goToNextFlag } from "../flags/acts";
import { useWordChecks } from "../flags/use-word-checks";
import { useReviewKey } from "../live-keys";
import { openTab } from "../navigate";
import { imageName, kindWords, tabWords } from "../words";
import { DecisionBar } from "./decision-bar";
import { DraftCard } from "./draft-card";
import { FoldedCard } from "./folded-card";
import { ImageChips } from "./image-chips";
import { QuestionRow } from "./question-row";

/** Everything there is to read and decide about the texts of a case. */
export function ReviewPanel() {
  const review = useReview();
  const entries = useEntries();
  const tab = useUi((state) => state.tab);
  const imageId = useUi((state) => state.imageId);
  const focusId = useUi((state) => state.focusId);
  const group = groupOf(entries, tab, imageId);
  const focused = group.find((entry) => entry.id === focusId) ?? null;
  useWordChecks(review);
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusId) scroller.current?.querySelector("[data-focused=true]")?.scrollIntoView({ block: "nearest" });
  }, [focusId]);
  return (
    <>
      <Tabs
        label="Texts"
        value={tab}
        onChange={(next) => openTab(review, next)}
        items={textKinds.map((kind) => {
          const { decided, total } = progress(entries.filter((entry) => entry.kind === kind));
          return { value: kind, label: tabWords[kind], count: `${decided}/${total}` };
        })}
        end={<NextFlag />}
      />
      {tab === "caption" || tab === "qa" ? <ImageChips /> : null}
      <div
        ref={scroller}
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        className="scroll-thin min-h-0 flex-1"
      >
        {tab === "qa" ? <QuestionHead group={group} imageId={imageId} /> : null}
        {numberedEntries(group).map(({ entry, number }) => (
          <div key={entry.id} data-focused={entry.id === focusId}>
            {tab === "qa" ? (
              <QuestionRow entry={entry} number={number} />
            ) : entry.id === focusId ? (
              <DraftCard entry={entry} />
            ) : (
              <FoldedCard entry={entry} />
            )}
          </div>
        ))}
        <AddOwn tab={tab} empty={group.length === 0} />
      </div>
      <ContextDrawer entry={focused} />
      <Messages />
      <DecisionBar entry={focused} />
    </>
  );
}

/** The way to the next flag that stands, whatever text it is in. */
function NextFlag() {
  const review = useReview();
  const keyOf = useReviewKey();
  return (
    <IconButton
      size="sm"
      side="left"
      label="Next flag"
      keys={keyOf("next-flag")}
      icon={<Flag size={14} />}
      onClick={() => goToNextFlag(review)}
    />
  );
}

function QuestionHead({
  group,
  imageId,
}: {
  readonly group: readonly Entry[];
  readonly imageId: string | null;
}) {
  const { workspace } = useReview();
  const image = workspace.images.find((candidate) => candidate.id === imageId);
  const { decided, total } = progress(group);
  const translated = group.filter(({ translation }) => translation).length;
  return (
    <header className="flex items-center gap-2 px-4 pt-2.5 pb-2 text-12">
      <h2 className="text-14 font-semi">
        {image ? `QA for caption ${imageName(image, workspace.stacks)}` : "QA"}
      </h2>
      <span className="text-fg3">{pairWords(total - translated, translated)}</span>
      <span className="ml-auto text-fg3">
        {decided} of {total} decided
      </span>
    </header>
  );
}

/** "4 pairs, 4 in Chinese". */
const pairWords = (pairs: number, translated: number): string =>
  `${pairs} ${pairs === 1 ? "pair" : "pairs"}${translated > 0 ? `, ${translated} in Chinese` : ""}`;

const nothingYet: Readonly<Record<TextKind, string>> = {
  caption: "No caption here.",
  findings: "No findings.",
  discussion: "No discussion.",
  qa: "No questions here.",
};

function AddOwn({ tab, empty }: { readonly tab: TextKind; readonly empty: boolean }) {
  const review = useReview();
  const word = kindWords[tab].toLowerCase();
  const imageId = useUi((state) => state.imageId);
  const keyOf = useReviewKey();
  const needsImage = tab === "caption" && imageId === null ? "This case has no image to caption." : null;
  const button = (
    <Button
      size="sm"
      variant={empty ? "default" : "quiet"}
      icon={<Plus size={14} />}
      keys={keyOf("add")}
      disabledReason={review.readOnly ? "This reading is submitted." : needsImage}
      onClick={() => addOwn(review)}
    >
      Add your own {word}
    </Button>
  );
  if (!empty) return <div className="px-3 py-2">{button}</div>;
  return (
    <Empty title={nothingYet[tab]}>
      You can write it yourself.
      <span className="mt-2">{button}</span>
    </Empty>
  );
}

/** Messages lie above the decision bar of this panel, never over pixels. */
function Messages() {
  const { ui } = useReview();
  const toast = useUi((state) => state.toast);
  const undoKey = useReviewKey()("undo");
  return (
    <div aria-live="polite" className="relative h-0 flex-none">
      <div className="absolute inset-x-4 bottom-2">
        {toast ? (
          <Toast key={toast.id} message={toast} keys={undoKey} onClose={() => ui.setState({ toast: null })} />
        ) : null}
      </div>
    </div>
  );
}
