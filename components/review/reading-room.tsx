"use client";
import { useLayoutEffect, useMemo } from "react";
import { preload } from "react-dom";
import { leaveEarly } from "@/components/viewer/cornerstone/frame-bytes";
import { beginFrame, startDecoder } from "@/components/viewer/decoder";
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
  // What the viewer asks for first is on its way before the viewer is.
  const [first] = look.middle.pictures;
  if (first) preload(frameUrl(first), { as: "fetch", crossOrigin: "anonymous" });
  useLayoutEffect(() => {
    const metadata = first ? workspace.instances[first.instanceId] : undefined;
    if (!first || !metadata) return;
    // What fails early fails again where it is seen.
    beginFrame(first, metadata).catch(() => undefined);
    return () => leaveEarly(first);
  }, [first, workspace]);
  return Workspace ? (
    <Workspace workspace={workspace} tab={tab} look={look} />
  ) : (
    <CaseShell label={packed.case.label} title={packed.case.title} look={look} />
  );
}
