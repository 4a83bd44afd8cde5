import { z } from "zod";
import { type CaseBundle, caseBundleSchema } from "../schema";
import { describeIssue } from "./describe-issue";
import { repeatedKey } from "./repeated-key";

/** More than this is no description of one case; bytes. */
export const largestBundle = 20 * 1024 * 1024;

/** Findings shown of one file; the rest is counted. */
const shownIssues = 5;

export type ParsedBundle =
  | {
      readonly ok: true;
      readonly bundle: CaseBundle;
      /** `source.externalModelAllowed` stands in the file; left out, it is up to the source. */
      readonly permissionSaid: boolean;
    }
  | { readonly ok: false; readonly reason: string };

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const permissionSchema = z.object({ source: z.object({ externalModelAllowed: z.boolean() }) });

/** Reads `case.json`. Every finding names its place by JSON path. */
export function parseBundle(bytes: Uint8Array): ParsedBundle {
  if (bytes.length === 0) return { ok: false, reason: "the file is empty" };
  if (bytes.length > largestBundle)
    return { ok: false, reason: `is larger than ${largestBundle / 1024 / 1024} MB` };
  const text = decode(bytes);
  if (text === null) return { ok: false, reason: "is not UTF-8 text" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const repeated = repeatedKey(text);
  if (repeated !== null) return { ok: false, reason: `${repeated} is given twice` };
  const parsed = caseBundleSchema.safeParse(value, { reportInput: true });
  if (parsed.success)
    return { ok: true, bundle: parsed.data, permissionSaid: permissionSchema.safeParse(value).success };
  const { issues } = parsed.error;
  const shown = issues.slice(0, shownIssues).map(describeIssue);
  const more = issues.length - shown.length;
  return { ok: false, reason: shown.join("; ") + (more > 0 ? `; and ${more} more` : "") };
}
