import type { InstanceMetadata, StackView } from "@/lib/cases/types";
import { isOnCtScale } from "./ct-scale";

export interface WindowValue {
  readonly center: number;
  readonly width: number;
}

export interface WindowPreset extends WindowValue {
  readonly id: string;
  readonly label: string;
}

/** Windows of CT in Hounsfield units, as radiology departments commonly set them. */
const ct: readonly WindowPreset[] = [
  { id: "soft-tissue", label: "Soft tissue", center: 40, width: 400 },
  { id: "lung", label: "Lung", center: -600, width: 1500 },
  { id: "bone", label: "Bone", center: 480, width: 2500 },
  { id: "brain", label: "Brain", center: 40, width: 80 },
  { id: "liver", label: "Liver", center: 90, width: 150 },
  { id: "mediastinum", label: "Mediastinum", center: 50, width: 350 },
  { id: "stroke", label: "Stroke", center: 35, width: 40 },
  { id: "subdural", label: "Subdural", center: 75, width: 215 },
  { id: "angiography", label: "Angiography", center: 300, width: 600 },
];

/** Upper ends of the windows of uptake, from 0: what is written beside PET is usually shown at one of these. */
const uptakeTops = [5, 7, 10, 15, 20] as const;

const firstOfBodyPart: readonly (readonly [RegExp, readonly string[]])[] = [
  [/head|brain|skull/i, ["brain", "subdural", "stroke", "bone"]],
  [/chest|lung|thorax/i, ["lung", "mediastinum", "bone", "soft-tissue"]],
  [/abdomen|liver|pelvis/i, ["soft-tissue", "liver", "bone", "angiography"]],
  [/spine|knee|hip|foot|hand|shoulder|wrist|ankle|leg|arm/i, ["bone", "soft-tissue"]],
];

/**
 * Presets offered for a stack: of CT in Hounsfield units, the usual ones of its body part first; of PET in the uptake value
 * it is counted in. Empty where values have no fixed scale.
 */
export function windowPresets(
  stack: Pick<StackView, "bodyPart">,
  metadata: InstanceMetadata | undefined,
): readonly WindowPreset[] {
  const uptake = metadata?.uptake?.[0]?.kind;
  if (uptake)
    return uptakeTops.map((top) => ({
      id: `uptake-${top}`,
      label: `${uptake} 0 to ${top}`,
      center: top / 2,
      width: top,
    }));
  if (!metadata || !isOnCtScale(metadata)) return [];
  const first = firstOfBodyPart.find(([pattern]) => pattern.test(stack.bodyPart ?? ""))?.[1] ?? [];
  const usual = first.flatMap((id) => ct.filter((preset) => preset.id === id));
  return [...usual, ...ct.filter((preset) => !first.includes(preset.id))];
}

/** What the first image of a stack says of its values. */
export function faceMetadata(
  { frames }: Pick<StackView, "frames">,
  instances: Readonly<Record<string, InstanceMetadata>>,
): InstanceMetadata | undefined {
  return instances[frames[0]?.instanceId ?? ""];
}
