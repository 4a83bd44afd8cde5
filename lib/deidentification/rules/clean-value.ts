import { imagingWords } from "./imaging-words";
import { patientAge } from "./patient-age";
import { DEFINED_TERMS, ORIENTATION_LETTERS, RESCALE_TYPES } from "./terms";
import { VIEW_CODES } from "./view-codes";

const RESCALE_TYPE = "00281054";
const PATIENT_ORIENTATION = "00200020";
const PATIENT_SEX = "00100040";
const CODE_VALUE = "00080100";
const CODING_SCHEME = "00080102";

/** What may stay of a text value of an allowed tag; null where nothing may. UIDs are remapped elsewhere. */
export function cleanText(tag: string, vr: string, value: string): string | null {
  switch (vr) {
    case "CS":
      if (tag === PATIENT_SEX) return /^[FMO]$/.test(value) ? value : null;
      if (tag === PATIENT_ORIENTATION && ORIENTATION_LETTERS.test(value)) return value;
      return DEFINED_TERMS.has(value.toUpperCase()) ? value.toUpperCase() : null;
    case "AS":
      return patientAge(value);
    case "SH":
      if (tag === CODE_VALUE) return VIEW_CODES.has(value) ? value : null;
      if (tag === CODING_SCHEME) return /^(?:SCT|SRT|SNM3)$/.test(value) ? value : null;
      return imagingWords(value);
    case "LO":
      return tag === RESCALE_TYPE ? (RESCALE_TYPES.has(value) ? value : null) : imagingWords(value);
    case "AT":
      return /^[0-9A-F]{8}$/.test(value) ? value : null;
    default:
      return null;
  }
}
