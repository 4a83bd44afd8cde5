import { priorities } from "@/lib/cases/schema";
import type { WorklistRow } from "@/lib/cases/types";

const modalities: Readonly<Record<string, string>> = {
  CR: "X-ray",
  CT: "CT",
  DX: "X-ray, digital",
  ES: "Endoscopy",
  MG: "Mammography",
  MR: "MR",
  NM: "Nuclear medicine",
  OT: "Other",
  PNG: "PNG figure",
  PT: "PET",
  RF: "Fluoroscopy",
  SM: "Histopathology",
  US: "Ultrasound",
  XA: "Angiography",
};

/** A DICOM modality code in words; an unknown code stays as it is. */
export const modalityWords = (code: string): string => modalities[code] ?? code;

const stateWords: Readonly<Record<WorklistRow["state"], string>> = {
  new: "New",
  "in-progress": "In progress",
  submitted: "Submitted",
  unusable: "Unusable",
  held: "Held",
};
const states = Object.keys(stateWords) as readonly WorklistRow["state"][];

export const stateOptions = states.map((value) => ({ value, label: stateWords[value] }));

/** A reader's state of a case in words. */
export const wordsOfState = (state: WorklistRow["state"]): string => stateWords[state];

/** "female pelvis" or "CHEST" as the page writes it. */
export function bodyPartWords(part: string): string {
  const lower = part.toLowerCase();
  return `${lower[0]?.toUpperCase() ?? ""}${lower.slice(1)}`;
}

/** A priority in words; one that no page sets, e.g. from an older import, as a number. */
export const priorityWords = (priority: number): string =>
  priorities.find(({ value }) => value === priority)?.label ?? `Priority ${priority}`;
