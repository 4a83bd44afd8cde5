"use client";
import { useBindings } from "@/components/controls/controls-context";
import { LiveSheet } from "@/components/controls/live-sheet";
import { CommandList } from "@/components/ui/command-list";
import { viewportKeys } from "@/components/viewer/keymap";
import { useReview, useSync, useUi } from "../context";
import { DocumentsDialog } from "../documents/documents-dialog";
import { reviewKeys } from "../keymap";
import type { ReadingBinding } from "../use-review-keys";
import { ConflictDialog } from "./conflict-dialog";
import { LayoutsDialog } from "./layouts-dialog";
import { NothingDialog } from "./nothing-dialog";
import { RecordDialog } from "./record-dialog";
import { RefusedDialog } from "./refused-dialog";
import { ReportDialog } from "./report-dialog";
import { SignInAgain } from "./sign-in-again";

/** The one dialog that is open, over the review panel. */
export function OpenDialogs({ run }: { readonly run: (binding: ReadingBinding) => void }) {
  const { ui, workspace } = useReview();
  const dialog = useUi((state) => state.dialog);
  const close = () => ui.setState({ dialog: null });
  const ofScreen = useBindings(reviewKeys);
  const ofViewport = useBindings(viewportKeys);
  if (!dialog) return null;
  const withImages = workspace.stacks.length > 0;
  const bindings: readonly ReadingBinding[] = withImages ? [...ofScreen, ...ofViewport] : ofScreen;
  switch (dialog.kind) {
    case "keyboard":
      return <LiveSheet bindings={bindings} withMouse={withImages} place="panel" onClose={close} />;
    case "commands":
      return (
        <CommandList
          bindings={bindings.filter(({ id }) => id !== "commands")}
          place="panel"
          run={run}
          onClose={close}
        />
      );
    case "report":
      return <ReportDialog what={dialog.what} onClose={close} />;
    case "documents":
      return <DocumentsDialog draftId={dialog.draftId} documentId={dialog.documentId} onClose={close} />;
    case "layouts":
      return <LayoutsDialog onClose={close} />;
    case "nothing-to-report":
      return <NothingDialog onClose={close} />;
    case "provenance":
      return <RecordDialog draftId={dialog.draftId} onClose={close} />;
    case "saving":
      return <SavingDialog onClose={close} />;
    default:
      return dialog satisfies never;
  }
}

/** What stands in the way of saving, and the way out. */
function SavingDialog({ onClose }: { readonly onClose: () => void }) {
  const save = useSync((state) => state.save);
  if (save.kind === "conflict") return <ConflictDialog conflicts={save.conflicts} onClose={onClose} />;
  if (save.kind === "signed-out") return <SignInAgain count={save.count} onClose={onClose} />;
  if (save.kind === "refused")
    return <RefusedDialog message={save.message} count={save.count} onClose={onClose} />;
  return null;
}
