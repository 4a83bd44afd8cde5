// Programs of the system that decode DICOM: dcmtk and gdcm.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const limit = 60_000;

export const needed = ["dcmconv", "dcmdjpeg", "dcmdjpls", "dcmdrle", "dcm2pnm", "gdcmconv"];

/** Runs a program; true where it ended well. */
export async function ran(program, ...words) {
  try {
    await run(program, words, { timeout: limit, maxBuffer: 16 * 1024 * 1024 });
    return true;
  } catch {
    return false;
  }
}

/** Programs that are not on the PATH. */
export async function missing() {
  const found = await Promise.all(
    needed.map((name) =>
      run(name, ["--version"]).then(
        () => true,
        (error) => error.code !== "ENOENT",
      ),
    ),
  );
  return needed.filter((_, index) => !found[index]);
}
