import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { groupKeyOf, patientKeyOf } from "./patient-key";
import { openUid, sealUid } from "./uid-crosswalk";

const key = Buffer.alloc(32, 7);

describe("uid crosswalk", () => {
  it("opens what it sealed, under the same key and the same remapped UID only", () => {
    const sealed = sealUid("1.2.840.1", "2.25.5", key);
    expect(Buffer.from(sealed).includes("1.2.840")).toBe(false);
    expect(openUid(sealed, "2.25.5", key)).toBe("1.2.840.1");
    expect(() => openUid(sealed, "2.25.6", key)).toThrow();
    expect(() => openUid(sealed, "2.25.5", randomBytes(32))).toThrow();
  });
});

describe("patient and group keys", () => {
  const source = { name: "A", site: "" };

  it("tell patients apart by source and site", () => {
    const one = patientKeyOf("7", source, key);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(patientKeyOf("7", { name: "A", site: "b" }, key)).not.toBe(one);
    expect(patientKeyOf("7", source, randomBytes(32))).not.toBe(one);
    expect(groupKeyOf(one, "paper", source)).toBe(one);
    expect(groupKeyOf(null, "paper", source)).toBe("A / paper");
  });
});
