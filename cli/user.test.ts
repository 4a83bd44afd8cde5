import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { siteAddress } from "./running-server";
import { linkText } from "./user";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "user-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("NEXTAUTH_URL", undefined);
  return () => rmSync(folder, { recursive: true, force: true });
});
afterEach(() => vi.unstubAllEnvs());

const link = { path: "/setup/abc", expiresAt: "2026-11-24T00:00:00.000Z" };

test("a link is a whole address where the app runs, else a path and how to come by the rest", () => {
  expect(linkText({ ...link, url: "http://127.0.0.1:3000/setup/abc" })).toBe(
    "Open this address once to set the password, until 2026-11-24T00:00:00.000Z:\nhttp://127.0.0.1:3000/setup/abc",
  );
  expect(linkText({ ...link, url: null })).toMatch(/The app does not run now: start it .*:\n\/setup\/abc$/);
});

test("the address is that of NEXTAUTH_URL, never that of a server that is gone", () => {
  expect(siteAddress()).toBeNull();
  writeFileSync(join(folder, "server.json"), "not JSON");
  expect(siteAddress()).toBeNull();
  // No process of ours has this number.
  writeFileSync(join(folder, "server.json"), JSON.stringify({ pid: 2 ** 22 + 1, url: "http://127.0.0.1:1" }));
  expect(siteAddress()).toBeNull();
  vi.stubEnv("NEXTAUTH_URL", "https://read.example.org/");
  expect(siteAddress()).toBe("https://read.example.org");
});
