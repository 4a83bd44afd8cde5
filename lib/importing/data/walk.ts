import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, normalize, sep } from "node:path";
import type { Refusal } from "../normalise/types";
import { isLitter } from "../rules/entry-name";
import type { Found, FoundBundle, FoundFile } from "../types";

interface Collector {
  readonly description: FoundFile;
  readonly files: FoundFile[];
}

const refused = (file: string, reason: string): Refusal => ({ kind: "refused", file, reason });

async function fileAt(name: string, path: string): Promise<FoundFile> {
  const { size } = await stat(path);
  return { name, path, size };
}

/** Where a link leads, if that is a file below the root; else why it is not followed. */
async function linked(name: string, path: string, root: string): Promise<FoundFile | Refusal> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return refused(name, "a link that leads nowhere");
  if (!target.startsWith(root + sep))
    return refused(name, "a link that leads out of the folder; not followed");
  const found = await stat(target);
  return found.isFile()
    ? { name, path: target, size: found.size }
    : refused(name, "a link to a folder; not followed");
}

async function entryOf(
  entry: Dirent,
  name: string,
  path: string,
  root: string,
): Promise<FoundFile | Refusal> {
  if (entry.isSymbolicLink()) return linked(name, path, root);
  if (!entry.isFile()) return refused(name, "neither a file nor a folder");
  return fileAt(name, path);
}

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

async function* folder(
  path: string,
  name: string,
  root: string,
  outer: Collector | null,
): AsyncGenerator<Found> {
  const listed = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!listed) {
    yield refused(name, "the folder cannot be read");
    return;
  }
  const entries = listed.filter((entry) => !isLitter(entry.name)).sort(byName);
  const describing = entries.find((entry) => entry.name === "case.json" && entry.isFile());
  const own: Collector | null = describing
    ? { description: await fileAt(join(name, "case.json"), join(path, "case.json")), files: [] }
    : null;
  const collector = own ?? outer;
  for (const entry of entries) {
    if (entry.isDirectory() || entry === describing) continue;
    const file = await entryOf(entry, join(name, entry.name), join(path, entry.name), root);
    if ("kind" in file) yield file;
    else if (collector && !/\.zip$/i.test(file.name)) collector.files.push(file);
    else yield { kind: "file", file };
  }
  for (const entry of entries)
    if (entry.isDirectory()) yield* folder(join(path, entry.name), join(name, entry.name), root, collector);
  if (own) yield { kind: "bundle", folder: name, ...own } satisfies FoundBundle;
}

/** "x" of "x/", "" of ".": names below it are joined to it. */
const shortName = (name: string) =>
  normalize(name)
    .replace(/[/\\]+$/, "")
    .replace(/^\.$/, "");

/**
 * Everything below a path, folder by folder in the order of names. Links are followed to files below the same root only.
 * A folder with `case.json` comes as one bundle, after what is nested in it.
 * @param name what the person calls the path; the names of what is found begin with it
 */
export async function* walk(name: string, path: string): AsyncGenerator<Found> {
  const found = await stat(path).catch(() => null);
  if (!found) yield refused(name, "there is no such file or folder");
  else if (found.isDirectory()) {
    const root = await realpath(path);
    yield* folder(root, shortName(name), root, null);
  } else if (!found.isFile()) yield refused(name, "neither a file nor a folder");
  else if (basename(path) === "case.json") yield* walk(dirname(name), dirname(path));
  else yield { kind: "file", file: await fileAt(name, path) };
}
