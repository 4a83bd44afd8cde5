import { describe, expect, it } from "vitest";
import { caseAccess } from "./permissions";
import { caseLabel, caseNumberIn, stateAfterReading, stateAfterRelease } from "./rules";

const counts = (wanted: number, claimed: number, submitted: number) => ({ wanted, claimed, submitted });

describe("the state of a case", () => {
  it("follows its readers", () => {
    expect(stateAfterReading("reading", counts(2, 2, 1), false)).toBe("reading");
    expect(stateAfterReading("reading", counts(2, 2, 2), false)).toBe("read");
    expect(stateAfterReading("reading", counts(2, 2, 2), true)).toBe("unusable");
    expect(stateAfterReading("read", counts(2, 2, 1), false)).toBe("reading");
  });

  it("is not moved by readers once the case was held or settled", () => {
    for (const state of ["held", "final", "adjudication", "imported"])
      expect(stateAfterReading(state, counts(1, 1, 1), false)).toBeNull();
  });

  it("goes on after a hold from where its readers are", () => {
    expect(stateAfterRelease("held", counts(2, 0, 0), true)).toBe("ready");
    expect(stateAfterRelease("held", counts(2, 1, 0), true)).toBe("reading");
    expect(stateAfterRelease("held", counts(1, 1, 1), false)).toBe("read");
    expect(stateAfterRelease("ready", counts(1, 0, 0), true)).toBeNull();
  });
});

describe("names of cases", () => {
  it("go both ways", () => {
    expect(caseLabel(12)).toBe("RR-00012");
    for (const search of ["RR-00012", "rr12", "12", " RR-12 "]) expect(caseNumberIn(search)).toBe(12);
    for (const search of ["", "knee 12", "RR-"]) expect(caseNumberIn(search)).toBeNull();
  });
});

describe("access to a case", () => {
  it("is none for strangers and withheld while it is held, but for admins", () => {
    expect(caseAccess(null, "ready")).toBe("none");
    expect(caseAccess("reader", "ready")).toBe("open");
    expect(caseAccess("reader", "held")).toBe("withheld");
    expect(caseAccess("adjudicator", "held")).toBe("withheld");
    expect(caseAccess("admin", "held")).toBe("open");
  });
});
