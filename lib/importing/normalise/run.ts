import { randomUUID } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { type NormaliseChild, startChild } from "./child-process";
import { LARGEST_FILE, TIME_LIMIT_MS, TIME_PER_MEGABYTE_MS } from "./limits";
import { type ChildRequest, writtenFiles } from "./protocol";
import type { NormaliseOutcome } from "./types";

export interface NormaliseFile {
  readonly path: string;
  /** As the person named it; it comes back in the outcome. */
  readonly name: string;
}

export interface NormaliseOptions {
  /** Frames and posters are written here; it is made if missing. The caller moves or removes them. */
  readonly workDir: string;
  /** From `readIdentityKey`. */
  readonly identityKey: Buffer;
  /** For a small file; larger ones get more. Milliseconds. */
  readonly timeLimitMs?: number;
  /** Child processes at the same time. */
  readonly concurrency?: number;
  /** Folder that holds `lib` and `node_modules`; the current folder where it is not given. */
  readonly projectRoot?: string;
}

type Files = Iterable<NormaliseFile> | AsyncIterable<NormaliseFile>;

/**
 * Turns DICOM files into normalised instances or refusals in child processes with limits of time and memory. One
 * outcome per file, in the order they finish; a file that overruns or crashes its process costs only itself.
 */
export function normaliseFiles(files: Files, options: NormaliseOptions): AsyncGenerator<NormaliseOutcome> {
  return run("dicom", files, options);
}

/** The same for PNG and JPEG pictures. */
export function normalisePictures(files: Files, options: NormaliseOptions): AsyncGenerator<NormaliseOutcome> {
  return run("picture", files, options);
}

async function sizeOf(
  file: NormaliseFile,
): Promise<{ ok: true; size: number } | { ok: false; reason: string }> {
  const found = await stat(file.path).catch(() => null);
  if (!found) return { ok: false, reason: "The file cannot be read." };
  if (!found.isFile()) return { ok: false, reason: "This is not a file." };
  if (found.size === 0) return { ok: false, reason: "The file is empty." };
  if (found.size > LARGEST_FILE) return { ok: false, reason: "The file is larger than 2 GB." };
  return { ok: true, size: found.size };
}

async function* run(
  kind: ChildRequest["kind"],
  files: Files,
  options: NormaliseOptions,
): AsyncGenerator<NormaliseOutcome> {
  await mkdir(options.workDir, { recursive: true });
  const iterator = Symbol.asyncIterator in files ? files[Symbol.asyncIterator]() : files[Symbol.iterator]();
  const idle: NormaliseChild[] = [];
  const running = new Map<number, Promise<{ id: number; outcome: NormaliseOutcome }>>();
  const started = new Set<NormaliseChild>();
  const wide = Math.max(1, options.concurrency ?? 1);
  let nextId = 0;

  const attempt = async (file: NormaliseFile, id: number, size: number): Promise<NormaliseOutcome | null> => {
    const waiting = idle.pop();
    const child = waiting?.alive() ? waiting : await startChild(options.projectRoot ?? process.cwd());
    started.add(child);
    const limit = (options.timeLimitMs ?? TIME_LIMIT_MS) + (size / 2 ** 20) * TIME_PER_MEGABYTE_MS;
    const identityKey = options.identityKey.toString("hex");
    const place = { workDir: options.workDir, stem: randomUUID() };
    const outcome = await child.ask({ id, kind, ...file, ...place, identityKey }, limit);
    // A killed child cannot clear up after itself.
    if (outcome?.kind !== "instance") {
      await Promise.all(Object.values(writtenFiles(place)).map((path) => rm(path, { force: true })));
    }
    if (child.alive()) idle.push(child);
    else started.delete(child);
    return outcome;
  };

  const normalise = async (file: NormaliseFile, id: number): Promise<NormaliseOutcome> => {
    const size = await sizeOf(file);
    if (!size.ok) return { kind: "refused", file: file.name, reason: size.reason };
    // A process may die of the file before this one: only the second death is this file's own.
    const outcome = (await attempt(file, id, size.size)) ?? (await attempt(file, id, size.size));
    const reason = "Reading the file crashed its process: the file is damaged or needs too much memory.";
    return outcome ?? { kind: "refused", file: file.name, reason };
  };

  try {
    for (let done = false; !done || running.size > 0; ) {
      while (!done && running.size < wide) {
        const next = await iterator.next();
        if (next.done) done = true;
        else {
          const id = nextId++;
          running.set(
            id,
            normalise(next.value, id).then((outcome) => ({ id, outcome })),
          );
        }
      }
      if (running.size === 0) break;
      const { id, outcome } = await Promise.race(running.values());
      running.delete(id);
      yield outcome;
    }
  } finally {
    for (const child of started) child.stop();
    await iterator.return?.();
  }
}
