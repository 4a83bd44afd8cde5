import { parseDicom } from "dicom-parser";
import { describe, expect, it } from "vitest";
import { cleanHeader } from "@/lib/deidentification/rules/clean-header";
import type { Attributes } from "@/prisma/seed/dicom/elements";
import { dicomFile } from "@/prisma/seed/dicom/encode";
import { headerMetadata } from "./metadata";

const viewOf = (attributes: Attributes) => {
  const file = dicomFile({
    SOPClassUID: "1.2.840.10008.5.1.4.1.1.1.2",
    SOPInstanceUID: "1.2.3",
    Modality: "MG",
    ...attributes,
  });
  const { header } = cleanHeader(parseDicom(file), Buffer.alloc(32));
  return { view: headerMetadata(header, 1).viewPosition, header: JSON.stringify(header) };
};
const coded = (CodeValue: string, CodingSchemeDesignator: string) => ({
  ViewCodeSequence: [{ CodeValue, CodingSchemeDesignator, CodeMeaning: "a meaning" }],
});

describe("the view of a mammogram or a radiograph", () => {
  it("is read from its code where View Position does not say it", () => {
    expect(viewOf(coded("399162004", "SCT")).view).toBe("CC");
    expect(viewOf(coded("R-10226", "SRT")).view).toBe("MLO");
    expect(viewOf({ ...coded("399162004", "SCT"), ViewPosition: "MLO" }).view).toBe("MLO");
    expect(viewOf(coded("272479007", "SCT")).view).toBe("PA");
    expect(viewOf(coded("399348003", "SCT")).view).toBe("AP");
    expect(viewOf(coded("R-10236", "SRT")).view).toBe("LL");
  });

  it("is not known from another code, and neither that nor a meaning leaves", () => {
    const { view, header } = viewOf(coded("12345678", "99LOCAL"));
    expect(view).toBeNull();
    expect(header).not.toMatch(/12345678|99LOCAL|meaning/);
  });
});
