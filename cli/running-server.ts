import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "@/lib/db/places";

/** Says which process serves this data folder, and where. */
export const lockFile = () => join(dataDir(), "server.json");

/** The app that runs on this data folder, other than this process; null where none does. */
export function runningServer(): { readonly pid: number; readonly url: string } | null {
  if (!existsSync(lockFile())) return null;
  try {
    const lock = JSON.parse(readFileSync(lockFile(), "utf8")) as { pid: number; url: string };
    process.kill(lock.pid, 0);
    const command = `/proc/${lock.pid}/cmdline`;
    const ours =
      !existsSync("/proc") || (existsSync(command) && readFileSync(command, "utf8").includes("start.mjs"));
    return ours && lock.pid !== process.pid ? lock : null;
  } catch {
    return null;
  }
}

/** The address people open: NEXTAUTH_URL, else that of the server that runs on this data folder; null where none does. */
export function siteAddress(): string | null {
  const given = process.env.NEXTAUTH_URL;
  return given && URL.canParse(given) ? new URL(given).origin : (runningServer()?.url ?? null);
}
