"use client";
import { useLayoutEffect, useMemo } from "react";
import { preload } from "react-dom";
import { beginFrame, leaveFrame, startDecoder } from "@/components/viewer/decoder";
import { earlyFrame } from "@/components/viewer/first-frame";
import { type FirstLook, frameUrl } from "@/components/viewer/first-look";
import { stageCode } from "@/components/viewer/stage-code";
import type { InstanceMetadata } from "@/lib/cases/types";
import { type PackedRecords, unpackRecords } from "@/lib/core/records/packed-records";
import type { ReadingWorkspace } from "@/lib/reading/types";
import { CaseShell } from "./case-shell";
import { workspaceCode } from "./workspace-code";

/** A workspace as it travels: slices of a series say what they share once. */
export type PackedWorkspace = Omit<ReadingWorkspace, "instances"> & {
  readonly instances: PackedRecords<InstanceMetadata>;
};

// The code is asked for when this module runs, long before there is something to put it into.
workspaceCode.start();
stageCode.start();
startDecoder();

/** A case as its reader works on it. Mount it anew for another case. */
export function ReadingRoom({
  workspace: packed,
  tab,
  look,
}: {
  readonly workspace: PackedWorkspace;
  readonly tab: string | null;
  readonly look: FirstLook;
}) {
  const Workspace = workspaceCode.useComponent();
  const workspace = useMemo(() => ({ ...packed, instances: unpackRecords(packed.instances) }), [packed]);
  const early = useMemo(() => earlyFrame(look, workspace.instances), [look, workspace]);
  // What the viewer asks for first is on its way before the viewer is: by its decoder, else by the page.
  const [first] = look.middle.pictures;
  if (first && !early) preload(frameUrl(first), { as: "fetch", crossOrigin: "anonymous" });
  useLayoutEffect(() => {
    if (!early) return;
    beginFrame(early);
    return () => leaveFrame(early.frame);
  }, [early]);
  return Workspace ? (
    <Workspace workspace={workspace} tab={tab} look={look} />
  ) : (
    <CaseShell label={packed.case.label} title={packed.case.title} look={look} />
  );
}
