import type { InstanceMetadata, StackView } from "@/lib/cases/types";
import type { ImagePlane } from "@/lib/core/geometry/image-plane";
import { matchedSlice, nearestSlice } from "@/lib/core/geometry/slices";
import { patientPlane } from "./cornerstone/frame-plane";
import { frameAt } from "./store-rules";
import type { ViewerHandlers } from "./store-state";

type Instances = Readonly<Record<string, InstanceMetadata>>;

interface Slice {
  readonly position: number;
  readonly plane: ImagePlane;
  readonly metadata: InstanceMetadata;
}

/** Which slice of a stack goes with one of another. */
export function linkedSlices(
  instances: () => Instances,
): Pick<ViewerHandlers, "nearestPosition" | "matchedPosition"> {
  const sliceOf = (stack: StackView, position: number): Slice | null => {
    const frame = frameAt(stack, { position, time: 0 });
    const metadata = frame ? instances()[frame.instanceId] : undefined;
    const plane = frame && metadata ? patientPlane(metadata, frame.frame) : null;
    return metadata && plane ? { position, plane, metadata } : null;
  };
  const slicesOf = (stack: StackView): readonly Slice[] =>
    Array.from({ length: stack.positions }, (_, position) => sliceOf(stack, position)).filter(
      (slice) => slice !== null,
    );
  return {
    nearestPosition: (from, position, to) => {
      const here = sliceOf(from, position);
      const frameOfReference = here?.metadata.frameOfReferenceUid ?? null;
      if (!here || frameOfReference === null) return null;
      const others = slicesOf(to).filter(({ metadata }) => metadata.frameOfReferenceUid === frameOfReference);
      const planes = others.map(({ plane }) => plane);
      const nearest = nearestSlice(here.plane, here.metadata, planes);
      return nearest === null ? null : (others[nearest]?.position ?? null);
    },
    matchedPosition: (from, to) => {
      const match = sliceOf(from.stack, from.match);
      const here = sliceOf(from.stack, from.position);
      const there = sliceOf(to.stack, to.match);
      if (!match || !here || !there) return "unknown";
      const others = slicesOf(to.stack);
      const planes = others.map(({ plane }) => plane);
      const found = matchedSlice({ match: match.plane, here: here.plane }, there.plane, planes);
      return found === null ? "apart" : (others[found]?.position ?? "apart");
    },
  };
}
