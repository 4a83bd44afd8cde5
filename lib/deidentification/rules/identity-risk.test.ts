import { expect, it } from "vitest";
import { identityRisk } from "./identity-risk";

const facts = {
  sopClassUid: "1.2.840.10008.5.1.4.1.1.2",
  modality: "CT",
  imageType: ["ORIGINAL", "PRIMARY", "AXIAL"],
  burnedInAnnotation: null,
  recognisableFeatures: null,
  hasGeometry: true,
};

it.each([
  [{}, null],
  [{ burnedInAnnotation: "YES" }, "The file says that text is burned into the picture."],
  [{ recognisableFeatures: "YES" }, "The file says that the person can be recognised."],
  [{ sopClassUid: "1.2.840.10008.5.1.4.1.1.7" }, "Screen captures often carry the patient's name."],
  [{ modality: "US" }, "Ultrasound pictures often carry the patient's name."],
  [{ modality: "US", burnedInAnnotation: "NO" }, null],
  [{ imageType: ["DERIVED", "SECONDARY", "SCREEN SAVE"] }, "The picture looks like a saved screen."],
  [{ imageType: ["DERIVED", "SECONDARY"] }, null],
  [{ imageType: ["DERIVED", "SECONDARY"], hasGeometry: false }, "The picture looks like a saved screen."],
])("%j: %s", (change, reason) => {
  expect(identityRisk({ ...facts, ...change })).toBe(reason);
});
