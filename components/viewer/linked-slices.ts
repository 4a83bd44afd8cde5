import type { InstanceMetadata, StackView } from "@/lib/cases/types";
import type { ImagePlane } from "@/lib/core/geometry/image-plane";
import { areParallel, matchedSlice, nearestSlice, runsAgainst } from "@/lib/core/geometry/slices";
import { patientPlane } from "./cornerstone/frame-plane";
import { frameAt } from "./store-rules";
import type { SliceLinks } from "./store-state";

interface Slice {
  readonly position: number;
  readonly plane: ImagePlane;
  readonly metadata: InstanceMetadata;
}

/** Which slices go together, by the planes of the frames. What is found is kept as long as the function is. */
export function linkedSlices(instances: Readonly<Record<string, InstanceMetadata>>): SliceLinks {
  const known = new Map<StackView, readonly Slice[]>();
  const sliceOf = (stack: StackView, position: number): Slice | null => {
    const frame = frameAt(stack, { position, time: 0 });
    const metadata = frame ? instances[frame.instanceId] : undefined;
    const plane = frame && metadata ? patientPlane(metadata, frame.frame) : null;
    return metadata && plane ? { position, plane, metadata } : null;
  };
  const slicesOf = (stack: StackView): readonly Slice[] => {
    const before = known.get(stack);
    if (before) return before;
    const slices = Array.from({ length: stack.positions }, (_, position) => sliceOf(stack, position)).filter(
      (slice) => slice !== null,
    );
    known.set(stack, slices);
    return slices;
  };
  const endsOf = (stack: StackView): readonly [ImagePlane, ImagePlane] | null => {
    const [first, last] = [slicesOf(stack)[0], slicesOf(stack).at(-1)];
    return first && last ? [first.plane, last.plane] : null;
  };
  return {
    relation: (one, other) => {
      const [here] = slicesOf(one);
      const [there] = slicesOf(other);
      if (!here || !there) return "unknown";
      if (!areParallel(here.plane, there.plane)) return "apart";
      const frame = here.metadata.frameOfReferenceUid;
      return frame !== null && frame === there.metadata.frameOfReferenceUid ? "registered" : "parallel";
    },
    nearest: (from, position, to) => {
      const here = sliceOf(from, position);
      if (!here) return null;
      const others = slicesOf(to);
      const planes = others.map(({ plane }) => plane);
      const nearest = nearestSlice(here.plane, here.metadata, planes);
      return nearest === null ? null : (others[nearest]?.position ?? null);
    },
    matched: (from, to) => {
      const match = sliceOf(from.stack, from.match);
      const here = sliceOf(from.stack, from.position);
      const there = sliceOf(to.stack, to.match);
      if (!match || !here || !there) return null;
      const others = slicesOf(to.stack);
      const planes = others.map(({ plane }) => plane);
      const found = matchedSlice({ match: match.plane, here: here.plane }, there.plane, planes);
      return found === null ? null : (others[found]?.position ?? null);
    },
    shared: (from, position, to) => {
      const [here, there] = [endsOf(from), endsOf(to)];
      const share = position / Math.max(1, from.positions - 1);
      const against = here !== null && there !== null && runsAgainst(here, there);
      return Math.round((against ? 1 - share : share) * (to.positions - 1));
    },
  };
}
