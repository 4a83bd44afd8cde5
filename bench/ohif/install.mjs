// Gets the published, built OHIF app into bench/.cache, once. Only its tarball: it needs none of its dependencies to run.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

export const ohifVersion = "3.13.2";
export const cacheFolder = path.join(import.meta.dirname, "..", ".cache");
const compressible = /\.(js|mjs|css|html|json|svg|wasm)$/;

/** Downloads `@ohif/app` where it is not here yet. @returns the folder to serve. */
export function ohifFolder() {
  const folder = path.join(cacheFolder, `ohif-${ohifVersion}`);
  if (fs.existsSync(folder)) return folder;
  console.error(`fetching @ohif/app ${ohifVersion} (about 50 MB), once`);
  fs.mkdirSync(cacheFolder, { recursive: true });
  const temporary = fs.mkdtempSync(path.join(cacheFolder, "tmp-"));
  try {
    execFileSync("npm", ["pack", `@ohif/app@${ohifVersion}`, "--pack-destination", temporary], {
      cwd: temporary,
      stdio: ["ignore", "ignore", "inherit"],
      timeout: 300_000,
    });
    const tarball = fs.readdirSync(temporary).find((name) => name.endsWith(".tgz"));
    if (!tarball) throw new Error(`npm pack gave no file for @ohif/app ${ohifVersion}`);
    execFileSync("tar", ["-xzf", tarball, "package/dist"], { cwd: temporary, timeout: 300_000 });
    const built = path.join(temporary, "package", "dist");
    compressAll(built);
    fs.renameSync(built, folder);
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
  return folder;
}

/** A .gz beside every file of code, so that no measured request waits for compression. */
function compressAll(folder) {
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    const stat = fs.statSync(file);
    if (!stat.isFile() || !compressible.test(name) || stat.size <= 1000 || stat.size >= 40e6) continue;
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(fs.readFileSync(file), { level: 9 }));
  }
}
