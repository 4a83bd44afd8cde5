import { Images } from "lucide-react";
import { PrivateImage } from "@/components/ui/private-image";
import type { Crop, InstanceMetadata, StackView } from "@/lib/cases/types";
import { faceOf, thumbnailUrl } from "../thumbnails";

/** The square in the middle of a panel, as a background of its figure: percentages of CSS. */
function cropStyle([left, top, width, height]: Crop, { columns, rows }: InstanceMetadata) {
  const side = Math.min(width, height);
  const [x, y] = [left + (width - side) / 2, top + (height - side) / 2];
  return {
    left: `${(-100 * x) / side}%`,
    top: `${(-100 * y) / side}%`,
    width: `${(100 * columns) / side}%`,
    height: `${(100 * rows) / side}%`,
  };
}

/** The small picture of a stack; of a panel, its part of the figure. Size in CSS pixels. */
export function StackFace({
  stack,
  metadata,
  size,
}: {
  readonly stack: StackView;
  readonly metadata: InstanceMetadata | undefined;
  readonly size: number;
}) {
  const face = faceOf(stack);
  if (!face) return <Images size={16} />;
  if (!stack.crop || !metadata) return <PrivateImage src={thumbnailUrl(face)} alt="" size={size} />;
  return (
    <span className="relative block size-full overflow-hidden">
      <span className="absolute" style={cropStyle(stack.crop, metadata)}>
        <PrivateImage
          src={`/api/instances/${face.instanceId}/poster?frame=${face.frame}`}
          alt=""
          size={size}
        />
      </span>
    </span>
  );
}
