import { parseDicom } from "dicom-parser";
import { describe, expect, it } from "vitest";
import { dicomFile } from "@/prisma/seed/dicom/encode";
import { studyDay } from "./study-day";

const dated = (date: string) =>
  parseDicom(
    dicomFile({ SOPClassUID: "1.2.840.10008.5.1.4.1.1.7", SOPInstanceUID: "1.2.3", StudyDate: date }),
  );
const key = Buffer.alloc(32, 7);

describe("studyDay", () => {
  it("keeps the days between the studies of a patient, over a leap day", () => {
    const first = studyDay(dated("20240228"), "patient", key);
    const later = studyDay(dated("20240301"), "patient", key);
    expect((later ?? 0) - (first ?? 0)).toBe(2);
  });

  it("tells no date: the same day lies elsewhere for another patient and under another key", () => {
    const day = studyDay(dated("20240228"), "patient", key);
    expect(studyDay(dated("20240228"), "other patient", key)).not.toBe(day);
    expect(studyDay(dated("20240228"), "patient", Buffer.alloc(32, 8))).not.toBe(day);
  });

  it("is not known without a date or a patient", () => {
    expect(studyDay(dated(""), "patient", key)).toBeNull();
    expect(studyDay(dated("unknown"), "patient", key)).toBeNull();
    expect(studyDay(dated("20240228"), null, key)).toBeNull();
  });
});
