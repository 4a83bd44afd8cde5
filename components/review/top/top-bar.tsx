"use client";
import {
  ArrowLeft,
  Ban,
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  EyeOff,
  Keyboard,
  UserRoundX,
} from "lucide-react";
import Link from "next/link";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { ariaKeys } from "@/components/ui/keys";
import { Mark } from "@/components/ui/mark";
import { Menu } from "@/components/ui/menu";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useEntries, useItems, useReview, useSync } from "../context";
import { progress } from "../entries";
import { useReviewKey } from "../live-keys";
import { useGo } from "../opening/use-go";
import { reportTime } from "../requests";
import { submitBlock, submitCase } from "../submit";
import { ActiveTimer } from "./active-timer";
import { SaveMark } from "./save-mark";

const rule = <span aria-hidden="true" className="h-4 w-px flex-none bg-ln2" />;

/** The case, where it is in the worklist, whether it is saved, how far it is, and the way out. */
export function ReviewTopBar() {
  const { workspace, ui } = useReview();
  const go = useGo();
  const keyOf = useReviewKey();
  const { place, reading } = workspace;
  const { decided, total } = progress(useEntries());
  const report = useCallback(
    (seconds: number, leaving: boolean) => reportTime(reading.id, seconds, leaving),
    [reading.id],
  );
  const goTo = (caseId: string | null) => caseId && go(`/cases/${caseId}`);
  return (
    <header className="flex h-11 flex-none items-center gap-3 border-b border-ln1 bg-bg1 px-3">
      <Link
        href="/worklist"
        aria-label="Back to the worklist"
        className="flex h-7 items-center gap-2 rounded-control"
      >
        <Mark />
        <ArrowLeft size={16} className="text-fg2" aria-hidden="true" />
      </Link>
      <h1 className="flex min-w-0 items-center gap-2.5">
        <span className="font-semi whitespace-nowrap">{workspace.case.label}</span>
        <span className="truncate text-fg2">{workspace.case.title}</span>
      </h1>
      <Chip tone="quiet" icon={<EyeOff size={12} />}>
        <span className="max-xl:sr-only">Blinded read</span>
      </Chip>
      {rule}
      <IconButton
        size="sm"
        label="Previous case"
        keys={keyOf("previous-case")}
        icon={<ChevronLeft size={16} />}
        disabledReason={place.previous ? null : "This is the first case."}
        onClick={() => goTo(place.previous)}
      />
      <span className="text-12 whitespace-nowrap text-fg2 tabular-nums">
        Case <span className="font-med text-fg1">{place.index}</span> of {place.total}
      </span>
      <ProgressBar
        label="Place in the worklist"
        value={place.index}
        total={place.total}
        className="w-18 max-2xl:hidden"
      />
      <IconButton
        size="sm"
        label="Next case"
        keys={keyOf("next-case")}
        icon={<ChevronRight size={16} />}
        disabledReason={place.next ? null : "This is the last case."}
        onClick={() => goTo(place.next)}
      />
      <span className="flex-1" />
      <SaveMark />
      <span className="contents max-xl:hidden">
        {rule}
        <ActiveTimer report={report} />
      </span>
      {rule}
      <span className="text-12 whitespace-nowrap text-fg2 tabular-nums">
        <span className="font-med text-fg1">{decided}</span> of {total}
        <span className="max-xl:sr-only"> decided</span>
      </span>
      <SubmitButton />
      <CaseMenu />
      <IconButton
        label="Keyboard"
        keys={keyOf("sheet")}
        icon={<Keyboard size={16} />}
        onClick={() => ui.setState({ dialog: { kind: "keyboard" } })}
      />
    </header>
  );
}

function SubmitButton() {
  const review = useReview();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const submitKey = useReviewKey()("submit");
  // What blocks follows from the items and from saving.
  useItems();
  useSync((state) => state.save);
  const block = submitBlock(review);
  return (
    <Button
      variant={block === null ? "primary" : "default"}
      busy={busy}
      disabledReason={block}
      aria-keyshortcuts={submitKey === undefined ? undefined : ariaKeys(submitKey)}
      onClick={() => {
        setBusy(true);
        void submitCase(review, go).finally(() => setBusy(false));
      }}
    >
      {review.workspace.reading.state === "submitted" ? "Submitted" : "Submit"}
    </Button>
  );
}

function CaseMenu() {
  const { ui, readOnly } = useReview();
  const report = (what: "unusable" | "identity-seen") => ui.setState({ dialog: { kind: "report", what } });
  return (
    <Menu
      label="Case"
      align="end"
      width={216}
      items={[
        ...(readOnly
          ? []
          : [
              {
                id: "unusable",
                label: "Case is unusable",
                icon: <Ban size={14} />,
                onSelect: () => report("unusable"),
              },
            ]),
        {
          id: "identity",
          label: "Identity seen",
          icon: <UserRoundX size={14} />,
          onSelect: () => report("identity-seen"),
        },
      ]}
      trigger={(props) => <IconButton {...props} label="Case menu" icon={<Ellipsis size={16} />} />}
    />
  );
}
