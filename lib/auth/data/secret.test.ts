import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isWeakSecret, sessionSecret } from "./secret";

beforeEach(() => {
  vi.stubEnv("DATA_DIR", mkdtempSync(join(tmpdir(), "secret-")));
  vi.stubEnv("AUTH_SECRET", undefined);
  vi.stubEnv("NEXTAUTH_SECRET", undefined);
});
afterEach(() => vi.unstubAllEnvs());

it("makes one secret, keeps it for the owner only, and gives it again", () => {
  const secret = sessionSecret();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(sessionSecret()).toBe(secret);
  expect(isWeakSecret()).toBe(false);
  const folder = join(process.env.DATA_DIR ?? "", "keys");
  expect(readdirSync(folder)).toEqual(["session.secret"]);
  expect(statSync(join(folder, "session.secret")).mode & 0o777).toBe(0o600);
});

it("takes the environment's, and says when that is none", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "changeme");
  expect(isWeakSecret()).toBe(true);
  vi.stubEnv("NEXTAUTH_SECRET", "abababababababababababababababababababab");
  expect(isWeakSecret()).toBe(true);
  vi.stubEnv("NEXTAUTH_SECRET", "q8Zr4tM1xV7bN0cK5jL2wP9sD3fG6hYe");
  expect(isWeakSecret()).toBe(false);
  expect(sessionSecret()).toBe("q8Zr4tM1xV7bN0cK5jL2wP9sD3fG6hYe");
});
