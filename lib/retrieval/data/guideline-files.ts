import { createReadStream } from "node:fs";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { createInterface } from "node:readline";
import { parseGuideline } from "@/lib/importing/rules/parse-guideline";
import type { GuidelineLine } from "@/lib/importing/schema";
import { licenceNamed, readGuidelinePage } from "../rules/guideline-page";

/** A guideline, or why something is none. `file` is as the person named it. */
export type FoundGuideline =
  | { readonly ok: true; readonly guideline: GuidelineLine }
  | { readonly ok: false; readonly file: string; readonly reason: string };

/** Longer than any guideline; characters of a line, bytes of a page. */
const longest = 5_000_000;

const isPage = (name: string) => /\.(md|markdown|txt)$/i.test(name);
const isLicence = (name: string) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name);
const unreadable = (error: unknown) => error instanceof Error && "syscall" in error;

/**
 * Guidelines of a file (JSON Lines, Markdown, text) or of all such files below a folder, in the order of names. Links are
 * not followed, other files are passed over.
 */
export async function* guidelinesIn(name: string, path: string): AsyncGenerator<FoundGuideline> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    const folder = basename(path) || "guidelines";
    let any = false;
    for await (const one of inFolder(path, name, { root: path, folder, licence: null })) {
      any = true;
      yield one;
    }
    if (!any) yield refused(name, "holds no Markdown, text or JSON Lines file");
  } else if (isPage(path)) {
    const licence = await folderLicence(dirname(path));
    yield await pageAt(path, name, { root: dirname(path), folder: basename(dirname(path)), licence });
  } else yield* linesOf(name, path);
}

interface Place {
  readonly root: string;
  readonly folder: string;
  readonly licence: string | null;
}

const refused = (file: string, reason: string) => ({ ok: false, file, reason }) as const;

async function* inFolder(path: string, name: string, above: Place): AsyncGenerator<FoundGuideline> {
  const entries = await readdir(path).catch(() => null);
  if (!entries) {
    yield refused(name, "the folder cannot be read");
    return;
  }
  const place = { ...above, licence: (await folderLicence(path)) ?? above.licence };
  for (const entry of entries.filter((one) => !one.startsWith(".") && !isLicence(one)).sort()) {
    const [inside, called] = [join(path, entry), join(name, entry)];
    const found = await lstat(inside).catch(() => null);
    if (found?.isDirectory()) yield* inFolder(inside, called, place);
    else if (!found?.isFile()) yield refused(called, "neither a file nor a folder; not followed");
    else if (isPage(entry)) yield await pageAt(inside, called, place);
    else if (/\.(jsonl|ndjson)$/i.test(entry)) yield* linesOf(called, inside);
  }
}

async function folderLicence(folder: string): Promise<string | null> {
  const entries = await readdir(folder).catch(() => []);
  const file = entries.filter(isLicence).sort()[0];
  return file === undefined ? null : licenceIn(join(folder, file));
}

const licenceIn = async (path: string) => licenceNamed(await readFile(path, "utf8").catch(() => ""));

async function pageAt(path: string, name: string, place: Place): Promise<FoundGuideline> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > longest) return refused(name, "is too long");
    const licence = (await licenceIn(`${path}.license`)) ?? place.licence;
    const below = path
      .slice(place.root.length + 1)
      .split(sep)
      .join("/");
    const content = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const page = readGuidelinePage(content, { path: below, folder: place.folder, licence });
    return typeof page === "string" ? refused(name, page) : { ok: true, guideline: page };
  } catch (error) {
    if (error instanceof TypeError) return refused(name, "is not UTF-8 text");
    if (!unreadable(error)) throw error;
    return refused(name, "the file cannot be read");
  }
}

async function* linesOf(name: string, path: string): AsyncGenerator<FoundGuideline> {
  let number = 0;
  const input = createReadStream(path, "utf8");
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === "") continue;
      const parsed = line.length > longest ? "is too long" : parseGuideline(line);
      if (typeof parsed === "string") yield refused(name, `line ${number} ${parsed}`);
      else yield { ok: true, guideline: parsed };
    }
  } catch (error) {
    if (!unreadable(error)) throw error;
    yield refused(name, "the file cannot be read");
  } finally {
    input.destroy();
  }
}
