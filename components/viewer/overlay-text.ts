import type { InstanceMetadata, StackFrame, StackView } from "@/lib/cases/types";
import { nearestToTable } from "@/lib/core/dicom/choose-window";
import type { ViewState } from "@/lib/core/geometry/view-transform";
import { daysTell } from "@/lib/hanging/rules/studies";
import { wholeCalibration } from "./calibration";
import type { LinkBasis } from "./linked-places";
import type { WindowValue } from "./presets";

/** "14 / 28", with a missing count left out for single pictures. */
export function sliceText(stack: StackView, frame: StackFrame): string {
  return stack.positions > 1 ? `${frame.position + 1} / ${stack.positions}` : "";
}

type Dated = Pick<StackView, "studyDay" | "studyId">;

/**
 * Which of the studies of a case a stack is of: that it is of one before the newest, and by how many days; its number where
 * the days do not tell. Nothing in a case of one study.
 */
export function studyText({ studyDay, studyId }: Dated, stacks: readonly Dated[]): string {
  const days = stacks.flatMap((stack) => stack.studyDay ?? []);
  const earlier = typeof studyDay === "number" ? Math.max(studyDay, ...days) - studyDay : 0;
  if (earlier > 0) return `Prior, ${earlier} ${earlier === 1 ? "day" : "days"} earlier`;
  const studies = new Map(
    stacks.flatMap((one) => (one.studyId ? [[one.studyId, one.studyDay ?? null] as const] : [])),
  );
  const number = [...studies.keys()].indexOf(studyId ?? "") + 1;
  const told = daysTell([...studies.values()].map((day) => ({ day })));
  return told || number === 0 || studies.size < 2 ? "" : `Study ${number} of ${studies.size}`;
}

const linkWords: Readonly<Record<LinkBasis, string>> = {
  place: "Synced by place",
  millimetres: "Synced by match",
  slices: "Synced by match, in slices",
  share: "Synced by share of series",
};

/** By what a stack is scrolled with the one in the active viewport; nothing where it is not. */
export const linkText = (basis: LinkBasis | null): string => (basis ? linkWords[basis] : "");

/** Slice thickness in millimetres, or nothing. */
export function thicknessText(metadata: InstanceMetadata): string {
  return metadata.sliceThickness === null ? "" : `${metadata.sliceThickness.toFixed(1)} mm`;
}

/** What is read off a picture while reading it, in this order: the name it is stored under and how it is written. */
const technique: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ["TR ms", (value) => `TR ${value}`],
  ["TE ms", (value) => `TE ${value}`],
  ["TI ms", (value) => `TI ${value}`],
  ["kVp", (value) => `${value} kVp`],
  ["mAs", (value) => `${value} mAs`],
];

/** Technique numbers, e.g. "TR 4200 TE 102" (milliseconds) or "120 kVp 110 mAs". */
export function techniqueText(metadata: InstanceMetadata): string {
  return technique
    .flatMap(([name, write]) => {
      const value = metadata.technique[name];
      return value === undefined || value <= 0
        ? []
        : [write(String(Number(value.toFixed(value < 10 ? 1 : 0))))];
    })
    .join(" ");
}

/** Window width and level, of uptake with its kind; colour is shown as it is, so it has none until it is changed. */
export function windowText(window: WindowValue, metadata: InstanceMetadata, chosen: boolean): string {
  if (metadata.samplesPerPixel === 3 && !chosen) return "";
  const uptake = metadata.uptake?.[0]?.kind;
  const digits = uptake || Math.abs(window.width) < 10 ? 2 : 0;
  const level = window.center.toFixed(digits).replace("-", "\u2212");
  return `W ${window.width.toFixed(digits)} L ${level}${uptake ? ` ${uptake}` : ""}`;
}

/** A window that stands for a curve of the file (PS3.3 C.11.2.1.1) says so as long as the reader has set none. */
export function windowNote({ windows }: InstanceMetadata, chosen: boolean): string {
  return !chosen && windows[0]?.explanation === nearestToTable ? nearestToTable : "";
}

const sides: Readonly<Record<string, string>> = { L: "Left", R: "Right", B: "Both sides" };

/** Side and view of a radiograph as its header states them, e.g. "Left MLO"; they stay true however it is turned. */
export function sideText({ laterality, viewPosition, geometry }: InstanceMetadata): string {
  return [sides[laterality ?? ""], geometry ? null : viewPosition].filter((word) => word).join(" ");
}

/** That the picture is not drawn as recorded: letters and outlines follow, burned-in letters do not. */
export function turnText({ mirrored, rotation }: Pick<ViewState, "mirrored" | "rotation">): string {
  const turned = rotation === 0 ? "" : `${mirrored ? "turned" : "Turned"} ${rotation}°`;
  return [mirrored ? "Mirrored" : "", turned].filter((word) => word !== "").join(", ");
}

/** Size of a pixel: "0.62 mm/px", column then row where these are written unlike, or "px" where none holds for the whole picture. */
export function pixelSizeText(metadata: InstanceMetadata): string {
  const { spacing, measured, note } = wholeCalibration(metadata);
  if (measured === "px") return "px";
  const [row, column] = spacing;
  const [across, down] = [column.toFixed(2), row.toFixed(2)];
  return `${across === down ? across : `${across} × ${down}`} mm/px${note}`;
}
