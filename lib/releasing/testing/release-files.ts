import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The lines of a JSON Lines file of a release. */
export const lines = (out: string, file: string): Record<string, unknown>[] =>
  readFileSync(join(out, file), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

export const llavaRows = (
  out: string,
): { id: string; image?: string; conversations: { value: string }[] }[] =>
  JSON.parse(readFileSync(join(out, "llava.json"), "utf8"));

/** Every file of a release by its path inside it, sorted. */
export const files = (out: string): string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
