import type { z } from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "an object",
  tuple: "a list",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
};
const kindOf = (kind: string) => kinds[kind] ?? kind;

function given(input: unknown): string {
  if (input === undefined) return "it is missing";
  if (input === null) return "got null";
  if (Array.isArray(input)) return "got a list";
  return `got ${typeof input === "object" ? "an object" : kindOf(typeof input)}`;
}

function said(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kindOf(issue.expected)}, ${given(issue.input)}`;
    case "too_small":
      return issue.origin === "string"
        ? "must not be empty"
        : issue.origin === "array"
          ? `must hold at least ${issue.minimum}`
          : `must be at least ${issue.minimum}`;
    case "too_big":
      return issue.origin === "string"
        ? `must be at most ${issue.maximum} characters long`
        : issue.origin === "array"
          ? `must hold at most ${issue.maximum}`
          : `must be at most ${issue.maximum}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "unrecognized_keys":
      return `has ${issue.keys.length === 1 ? "an unknown field" : "unknown fields"}: ${issue.keys.join(", ")}`;
    case "invalid_format":
      return issue.format === "url" ? "must be an http or https address" : issue.message;
    default:
      return issue.message;
  }
}

/** JSON path as a person writes it: `images[2].slice`; empty for the whole document. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (shown, key) =>
      typeof key === "number" ? `${shown}[${key}]` : shown ? `${shown}.${String(key)}` : String(key),
    "",
  );
}

/** One finding of zod as a sentence that starts with where it is: `images[2].slice must be at least 1`. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  return `${jsonPath(issue.path) || "the document"} ${said(issue)}`;
}
