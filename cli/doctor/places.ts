import { accessSync, constants, existsSync, statSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { isWeakSecret } from "@/lib/auth/data/secret";
import { dataDir } from "@/lib/db/places";
import { bad, type Check, good, inUnits, note } from "./check";

const leastFree = 2_000_000_000;

export function nodeCheck(version = process.versions.node): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const supported = major > 20 || (major === 20 && minor >= 19);
  return supported
    ? good("Node", version)
    : bad("Node", version, "install Node 20.19 or newer, best the current LTS");
}

async function sizeOf(folder: string): Promise<number> {
  let total = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await sizeOf(path);
    else total += (await stat(path).catch(() => null))?.size ?? 0;
  }
  return total;
}

export async function dataFolderChecks(): Promise<Check[]> {
  const name = "Data folder";
  try {
    const folder = dataDir();
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const space =
      free >= leastFree
        ? good("Free disk", inUnits(free))
        : bad("Free disk", inUnits(free), "make room, or set DATA_DIR to a folder on a larger disk");
    return [good(name, `${folder}, ${inUnits(await sizeOf(folder))}`), space];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [bad(name, reason, "set DATA_DIR to a folder that this user may write")];
  }
}

export function keyChecks(): Check[] {
  const key = join(dataDir(), "keys", "identity.key");
  const identity = !existsSync(key)
    ? note(
        "Identity key",
        "none yet",
        "the first import makes it; keep it in every backup of the data folder",
      )
    : statSync(key).size === 32
      ? good("Identity key", "present; it belongs in every backup")
      : bad(
          "Identity key",
          `${key} is damaged`,
          "restore it from a backup: a new key would unlink every case",
        );
  const given = process.env.NEXTAUTH_SECRET ?? process.env.AUTH_SECRET;
  const secret = isWeakSecret()
    ? bad(
        "Session secret",
        "too short or too regular",
        "set NEXTAUTH_SECRET to 32 random bytes, e.g. openssl rand -hex 32",
      )
    : good("Session secret", given ? "from the environment" : "made and kept in the data folder");
  return [identity, secret];
}
