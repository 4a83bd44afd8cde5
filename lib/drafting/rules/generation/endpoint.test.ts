import { describe, expect, test } from "vitest";
import { type EndpointEnvironment, findEndpoint } from "./endpoint";
import { whyItStays } from "./may-leave";

const none = { baseUrl: null, model: null, localOrigins: [], timeoutSeconds: 60 };
const server: EndpointEnvironment = {
  baseUrl: "https://api.example.org/v1/",
  apiKey: "key",
  model: "m",
  local: undefined,
};

describe("the endpoint of a project", () => {
  test("is the server's, with its key", () => {
    expect(findEndpoint(none, server)).toMatchObject({
      ok: true,
      model: "m",
      origin: "https://api.example.org",
      local: false,
      endpoint: { baseUrl: "https://api.example.org/v1", apiKey: "key", timeoutMs: 60_000 },
    });
  });

  test.each([
    "https://other.example.org/v1",
    "https://api.example.org:8443/v1",
    "https://api.example.org.evil.example/v1",
  ])("the key does not go to %s that a project names", (baseUrl) => {
    expect(findEndpoint({ ...none, baseUrl }, server)).toMatchObject({ endpoint: { baseUrl, apiKey: null } });
  });

  test("local is what an admin marked, by origin, and nothing else", () => {
    const settings = { ...none, localOrigins: ["http://gpu:8000"] };
    const local = (baseUrl: string) => {
      const found = findEndpoint({ ...settings, baseUrl }, server);
      return found.ok && found.local;
    };
    expect(local("http://gpu:8000/v1")).toBe(true);
    expect(local("http://gpu:8001/v1")).toBe(false);
    expect(local("http://127.0.0.1:8000/v1")).toBe(false);
    expect(findEndpoint(none, { ...server, local: "1" })).toMatchObject({ local: true });
    const elsewhere = { ...none, baseUrl: "https://other.example.org/v1" };
    expect(findEndpoint(elsewhere, { ...server, local: "1" })).toMatchObject({ local: false });
  });

  test.each([
    [{}, "No model endpoint is set."],
    [{ baseUrl: "ftp://x/v1" }, "is not the address"],
    [{ baseUrl: "nonsense" }, "is not the address"],
    [{ baseUrl: "https://user:secret@x/v1", model: "m" }, "no user, password"],
    [{ baseUrl: "https://x/v1?key=1", model: "m" }, "no user, password or query"],
    [{ baseUrl: "https://x/v1" }, "No model is named"],
    [{ baseUrl: "http://api.example.org/v1", model: "m" }, "neither https nor marked as local"],
  ])("%j: a sentence says what is missing", (settings, why) => {
    const empty = { baseUrl: undefined, apiKey: undefined, model: undefined, local: undefined };
    const found = findEndpoint({ ...none, ...settings }, empty);
    expect(found.ok ? "" : found.sentence).toContain(why);
    expect(JSON.stringify(found)).not.toContain("secret");
  });
});

test("held stays everywhere, a forbidding source stays inside, the rest may leave", () => {
  const plain = { state: "ready", openReports: [], externalModelAllowed: true };
  expect(whyItStays(plain, false)).toBeNull();
  expect(whyItStays({ ...plain, externalModelAllowed: false }, true)).toBeNull();
  expect(whyItStays({ ...plain, externalModelAllowed: false }, false)).toContain("does not allow");
  for (const local of [true, false]) {
    expect(whyItStays({ ...plain, state: "held" }, local)).toContain("held");
    expect(whyItStays({ ...plain, openReports: ["identity"] }, local)).toContain("held");
    expect(whyItStays({ ...plain, openReports: ["unusable"] }, local)).toContain("unusable");
  }
});
