import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { patientKey, remapUid } from "./remap-uid";

const key = Buffer.alloc(32, 1);

describe("a remapped UID", () => {
  it("is the same for the same UID and another under another key", () => {
    expect(remapUid("1.2.3", key)).toBe(remapUid("1.2.3", key));
    expect(remapUid("1.2.3", key)).not.toBe(remapUid("1.2.4", key));
    expect(remapUid("1.2.3", key)).not.toBe(remapUid("1.2.3", Buffer.alloc(32, 2)));
  });

  it("stays where the standard registered it", () => {
    expect(remapUid("1.2.840.10008.5.1.4.1.1.2", key)).toBe("1.2.840.10008.5.1.4.1.1.2");
  });

  it("is always a valid UID, whatever came in", () => {
    fc.assert(
      fc.property(fc.string(), (uid) => {
        const remapped = remapUid(`x${uid}`, key);
        expect(remapped).toMatch(/^2\.25\.[1-9]\d*$/);
        expect(remapped.length).toBeLessThanOrEqual(64);
      }),
    );
  });
});

describe("the key of a patient", () => {
  it("needs a Patient ID", () => {
    expect(patientKey("site", "  ", key)).toBeNull();
  });

  it("tells issuers apart and cannot be shifted between the two", () => {
    expect(patientKey("a", "1", key)).not.toBe(patientKey("b", "1", key));
    expect(patientKey("a1", "2", key)).not.toBe(patientKey("a", "12", key));
    expect(patientKey("a", "1", key)).toMatch(/^[0-9a-f]{64}$/);
  });
});
