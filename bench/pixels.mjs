// Compares every frame that our importer makes of the files of a folder with dcmtk's or gdcm's decode of the same file.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { knownDifference } from "./pixels/known.mjs";
import { imported, ourFrames } from "./pixels/ours.mjs";
import { referenceFrames } from "./pixels/reference.mjs";
import { missing } from "./pixels/tools.mjs";

export const summary = "imported pixels against the decode of dcmtk and gdcm, file by file";
export const options = { dir: { type: "string" }, all: { type: "boolean" } };

/** Largest and mean difference of two lists of frames; null where their sizes do not agree. */
function difference(ours, reference) {
  if (ours.length !== reference.length) return null;
  let most = 0;
  let sum = 0;
  let count = 0;
  for (const [frame, values] of ours.entries()) {
    const other = reference[frame];
    if (values.length > other.length) return null;
    for (let index = 0; index < values.length; index++) {
      const apart = Math.abs(values[index] - other[index]);
      if (apart > most) most = apart;
      sum += apart;
    }
    count += values.length;
  }
  return { most, mean: sum / Math.max(1, count) };
}

async function compare(outcome, file, folder) {
  if (outcome?.kind !== "instance") return { verdict: "refused", words: outcome?.reason ?? "no outcome" };
  const { metadata } = outcome;
  const reference = await referenceFrames(file.path, metadata.sourceTransferSyntaxUid, folder);
  if (!reference) return { verdict: "unread", words: "neither dcmtk nor gdcm decodes it" };
  const found = difference(await ourFrames(outcome), reference.frames);
  if (!found) return { verdict: "different", words: `another number of pixels than ${reference.by}` };
  if (found.most === 0) return { verdict: "equal", words: `as ${reference.by}` };
  const words = `largest ${found.most}, mean ${found.mean.toFixed(4)} (${reference.by})`;
  const known = knownDifference(metadata, reference, found);
  return known ? { verdict: "known", words: `${words}: ${known}` } : { verdict: "different", words };
}

export async function run({ dir, all }) {
  if (!dir) throw new Error("Say which folder to compare: npm run bench -- pixels --dir DIR");
  const absent = await missing();
  if (absent.length > 0)
    throw new Error(`Not installed: ${absent.join(", ")} (Debian packages dcmtk and libgdcm-tools).`);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, name: path.slice(dir.length).replace(/^\//, "") }));
  const folder = mkdtempSync(join(tmpdir(), "reading-room-pixels-"));
  const counts = { equal: 0, known: 0, refused: 0, unread: 0, different: 0 };
  try {
    const outcomes = await imported(files, folder);
    for (const file of files) {
      const scratch = mkdtempSync(join(folder, "file-"));
      const { verdict, words } = await compare(outcomes.get(file.name), file, scratch).catch((error) => ({
        verdict: "different",
        words: `failed: ${error.message}`,
      }));
      rmSync(scratch, { recursive: true, force: true });
      counts[verdict] += 1;
      if (all || verdict !== "equal") console.log(`${verdict.padEnd(10)}${file.name.padEnd(60)} ${words}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const { equal, known, refused, unread, different } = counts;
  console.log(
    `${files.length} files: ${equal} equal, ${known} known differences, ${different} unexplained differences, ` +
      `${refused} refused with a reason, ${unread} that no reference decodes`,
  );
  return different > 0 ? 1 : 0;
}
