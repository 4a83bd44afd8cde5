import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { may, mayManageAccount } from "./permissions";
import {
  clientAddress,
  refreshedClaims,
  safeNextPath,
  sessionStanding,
  throttledFor,
  throttleLimits,
} from "./rules";

const claims = { userId: "u", sessionVersion: 3, began: 1000, seen: 5000 };
const user = { sessionVersion: 3, disabled: false };

describe("a session", () => {
  it("counts until it is idle for 2 hours, 12 hours old, or ended", () => {
    expect(sessionStanding(claims, user, 5000 + 7200)).toBe("valid");
    expect(sessionStanding(claims, user, 5000 + 7201)).toBe("idle");
    expect(sessionStanding({ ...claims, seen: 44_000 }, user, 1000 + 43_201)).toBe("over");
    expect(sessionStanding(claims, { ...user, sessionVersion: 4 }, 5001)).toBe("ended");
    expect(sessionStanding(claims, { ...user, disabled: true }, 5001)).toBe("ended");
    expect(sessionStanding(claims, null, 5001)).toBe("ended");
  });

  it("is written again after a minute of use, never beyond its end", () => {
    expect(refreshedClaims(claims, 5059)).toBeNull();
    expect(refreshedClaims(claims, 5060)).toEqual({ ...claims, seen: 5060 });
    expect(refreshedClaims(claims, 5000 + 7201)).toBeNull();
  });
});

describe("the limiter", () => {
  it("lets five failures pass and then says how long to wait", () => {
    expect(throttledFor(throttleLimits.account, { failures: 5, age: 10 })).toBeNull();
    expect(throttledFor(throttleLimits.account, { failures: 6, age: 10.5 })).toBe(890);
  });

  it("believes forwarded addresses only as far as own proxies wrote them", () => {
    expect(clientAddress("6.6.6.6, 10.0.0.1", 0)).toBe("direct");
    expect(clientAddress("6.6.6.6, 10.0.0.1", 1)).toBe("10.0.0.1");
    expect(clientAddress(null, 1)).toBe("direct");
  });
});

describe("the way back after sign-in", () => {
  it("stays on this site", () => {
    expect(safeNextPath("/cases/1?tab=qa")).toBe("/cases/1?tab=qa");
    for (const bad of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "",
      null,
      "/api/auth/signout",
    ])
      expect(safeNextPath(bad)).toBe("/");
  });

  it("never names another host", () => {
    fc.assert(
      fc.property(fc.string(), (next) => {
        expect(new URL(safeNextPath(next), "http://here.example").host).toBe("here.example");
      }),
    );
  });
});

describe("permissions", () => {
  it("give readers and adjudicators the same work, and the rest to admins", () => {
    expect(may(null, "case.read")).toBe(false);
    expect(may("reader", "reading.write")).toBe(true);
    for (const permission of [
      "case.read-held",
      "case.release-hold",
      "case.plan",
      "source.manage",
      "member.manage",
      "project.export",
    ] as const) {
      expect(may("reader", permission)).toBe(false);
      expect(may("adjudicator", permission)).toBe(false);
      expect(may("admin", permission)).toBe(true);
    }
  });

  it("do not let an admin of one project take over an account of another", () => {
    const manager = { siteAdmin: false, adminOf: ["p1"] };
    expect(mayManageAccount(manager, { siteAdmin: false, memberOf: ["p1"] })).toBe(true);
    expect(mayManageAccount(manager, { siteAdmin: false, memberOf: ["p1", "p2"] })).toBe(false);
    expect(mayManageAccount(manager, { siteAdmin: true, memberOf: ["p1"] })).toBe(false);
    expect(mayManageAccount({ siteAdmin: true, adminOf: [] }, { siteAdmin: true, memberOf: ["p2"] })).toBe(
      true,
    );
  });
});
