import { imagingWords } from "./imaging-words";
import { patientAge } from "./patient-age";
import { DEFINED_TERMS, ORIENTATION_LETTERS, RESCALE_TYPES } from "./terms";

const RESCALE_TYPE = "00281054";
const PATIENT_ORIENTATION = "00200020";
const PATIENT_SEX = "00100040";

/** What may stay of a text value of an allowed tag; null where nothing may. UIDs are remapped elsewhere. */
export function cleanText(tag: string, vr: string, value: string): string | null {
  switch (vr) {
    case "CS":
      if (tag === PATIENT_SEX) return /^[FMO]$/.test(value) ? value : null;
      if (tag === PATIENT_ORIENTATION && ORIENTATION_LETTERS.test(value)) return value;
      return DEFINED_TERMS.has(value.toUpperCase()) ? value.toUpperCase() : null;
    case "AS":
      return patientAge(value);
    case "LO":
    case "SH":
      return tag === RESCALE_TYPE ? (RESCALE_TYPES.has(value) ? value : null) : imagingWords(value);
    case "AT":
      return /^[0-9A-F]{8}$/.test(value) ? value : null;
    default:
      return null;
  }
}
