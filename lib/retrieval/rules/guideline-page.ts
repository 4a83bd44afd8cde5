import { describeIssue } from "@/lib/importing/rules/describe-issue";
import { type GuidelineLine, guidelineLineSchema } from "@/lib/importing/schema";

/** What is known of a guideline file beside its words. */
export interface PagePlace {
  /** Path below the folder that was named, with forward slashes. */
  readonly path: string;
  /** Name of that folder: the source of pages that name none. */
  readonly folder: string;
  /** Of a licence file beside it or above it; null where there is none. */
  readonly licence: string | null;
}

const known = new Set(["id", "title", "source", "licence", "license", "url"]);

/**
 * A page of Markdown or text as a guideline. Front matter between two lines of --- may give id, title, source, licence and
 * url. @returns a string that says what is wrong, to be put after the file's name.
 */
export function readGuidelinePage(content: string, place: PagePlace): GuidelineLine | string {
  const { fields, text, fault } = frontMatter(content.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n"));
  if (fault !== null) return fault;
  const licence = fields.get("licence") ?? fields.get("license") ?? place.licence;
  if (!licence)
    return "names no licence: give one in its front matter, in a file of its name with .license added, or in a LICENSE file of its folder";
  const name = place.path.split("/").at(-1) ?? place.path;
  const parsed = guidelineLineSchema.safeParse(
    {
      id: fields.get("id") ?? place.path,
      title: fields.get("title") ?? firstHeading(text) ?? name.replace(/\.[^.]+$/, ""),
      source: fields.get("source") ?? place.folder,
      licence,
      url: fields.get("url") ?? null,
      text: text.trim(),
    },
    { reportInput: true },
  );
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  return first ? `is refused: ${describeIssue(first)}` : "is refused";
}

/** The licence that a licence file names: its SPDX identifier, else its first line of words; null for an empty file. */
export function licenceNamed(content: string): string | null {
  const spdx = /SPDX-License-Identifier:\s*(\S.*)/.exec(content)?.[1]?.trim();
  const line = spdx ?? content.split(/\r?\n/).find((words) => /[\p{L}\p{N}]/u.test(words));
  return line === undefined
    ? null
    : line
        .replace(/^[#\s]+/, "")
        .slice(0, 200)
        .trim();
}

interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly text: string;
  readonly fault: string | null;
}

function frontMatter(content: string): FrontMatter {
  const fields = new Map<string, string>();
  if (!content.startsWith("---\n")) return { fields, text: content, fault: null };
  const lines = content.split("\n");
  const end = lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(line));
  if (end < 0) return { fields, text: content, fault: "begins front matter with --- and never ends it" };
  for (const [at, line] of lines.slice(1, end).entries()) {
    const match = /^([A-Za-z][\w-]*):\s*(.*?)\s*$/.exec(line);
    const key = match?.[1]?.toLowerCase();
    if (!key || !known.has(key)) continue;
    const value = unquoted(match?.[2] ?? "");
    if (value === null || /^[[{|>&*]/.test(value))
      return { fields, text: "", fault: `line ${at + 2} of its front matter: ${key} must be plain text` };
    if (fields.has(key))
      return { fields, text: "", fault: `line ${at + 2} of its front matter: ${key} is given twice` };
    if (value !== "") fields.set(key, value);
  }
  return { fields, text: lines.slice(end + 1).join("\n"), fault: null };
}

/** A value without its quotes; null where a quote is not closed. */
function unquoted(value: string): string | null {
  const quote = /^["']/.exec(value)?.[0];
  if (quote === undefined) return value;
  return value.length > 1 && value.endsWith(quote) ? value.slice(1, -1) : null;
}

const firstHeading = (text: string) => /^#{1,6}[ \t]+(.+?)[ \t]*#*$/m.exec(text)?.[1];
