import { describe, expect, it } from "vitest";
import { readJsonBody } from "./json-body";
import { isSameOrigin } from "./same-origin";
import { unstorableText } from "./storable-text";
import { isUnavailable } from "./unavailable";

describe("isSameOrigin", () => {
  const from = (headers: Record<string, string>) => new Headers({ host: "rr.example:3000", ...headers });

  it("takes this very host and nothing else", () => {
    expect(isSameOrigin("PUT", from({ origin: "http://rr.example:3000" }))).toBe(true);
    expect(isSameOrigin("PUT", from({ origin: "https://rr.example:3000" }))).toBe(true);
    for (const origin of [
      "http://evil.example",
      "null",
      "http://rr.example",
      "http://RR.example:3000",
      "http://rr.example:3000.evil.example",
      "http://rr.example:3000/",
    ])
      expect(isSameOrigin("PUT", from({ origin })), origin).toBe(false);
    expect(
      isSameOrigin("PUT", from({ origin: "http://evil.example", "x-forwarded-host": "evil.example" })),
    ).toBe(false);
    expect(isSameOrigin("PUT", from({ origin: "http://rr.example:3000" }), true)).toBe(false);
  });

  it("refuses a missing origin unless the browser says same-origin; reading is free", () => {
    expect(isSameOrigin("POST", from({}))).toBe(false);
    expect(isSameOrigin("POST", from({ "sec-fetch-site": "cross-site" }))).toBe(false);
    expect(isSameOrigin("POST", from({ "sec-fetch-site": "same-origin" }))).toBe(true);
    expect(isSameOrigin("GET", from({ origin: "http://evil.example" }))).toBe(true);
  });
});

describe("readJsonBody", () => {
  const request = (body: BodyInit, type = "application/json") =>
    new Request("http://here/", { method: "PUT", body, headers: { "content-type": type } });

  it("reads JSON up to the limit", async () => {
    expect(await readJsonBody(request('{"a":1}'), 7)).toEqual({ ok: true, value: { a: 1 } });
    expect(await readJsonBody(request('{"a":1}'), 6)).toEqual({ ok: false, reason: "too-large" });
    expect(await readJsonBody(request("{", "application/json; charset=utf-8"), 9)).toMatchObject({
      reason: "not-json",
    });
    expect(await readJsonBody(request(new Uint8Array([34, 255, 34])), 9)).toMatchObject({
      reason: "not-json",
    });
    expect(await readJsonBody(request("{}", "text/plain"), 9)).toMatchObject({ reason: "wrong-type" });
    expect(await readJsonBody(new Request("http://here/", { method: "PUT" }), 9)).toMatchObject({
      reason: "wrong-type",
    });
  });
});

describe("unstorableText", () => {
  it("names the place of NUL and of half a character, and lets whole ones pass", () => {
    expect(unstorableText({ a: ["x", { b: "y\u0000" }] })).toMatchObject({ path: ["a", 1, "b"] });
    expect(unstorableText(["\ud83d"])).toMatchObject({ path: [0] });
    expect(unstorableText(["😀", 1, null, { c: "µ" }])).toBeNull();
  });
});

describe("isUnavailable", () => {
  it("tells a database that is away from a mistake", () => {
    expect(isUnavailable(Object.assign(new Error("x"), { code: "ECONNREFUSED" }))).toBe(true);
    expect(isUnavailable(new Error("x", { cause: { kind: "DatabaseNotReachable" } }))).toBe(true);
    expect(isUnavailable(new Error("Client has encountered a connection error and is not queryable"))).toBe(
      true,
    );
    expect(isUnavailable(Object.assign(new Error("x"), { code: "P2002" }))).toBe(false);
    expect(isUnavailable("text")).toBe(false);
  });
});
