import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "@/lib/db/places";

const configured = () => process.env.NEXTAUTH_SECRET ?? process.env.AUTH_SECRET;

/** A secret from the environment that is too short or of too few characters to be one. No secret set is not weak. */
export function isWeakSecret(): boolean {
  const secret = configured();
  return secret !== undefined && (secret.length < 32 || new Set(secret).size < 12);
}

/** What sessions are sealed with: NEXTAUTH_SECRET or AUTH_SECRET, else 32 random bytes kept in the data folder. */
export function sessionSecret(): string {
  const secret = configured();
  if (secret) return secret;
  const folder = join(dataDir(), "keys");
  const file = join(folder, "session.secret");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const fresh = join(folder, `session.${randomBytes(6).toString("hex")}`);
    writeFileSync(fresh, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      // Of two processes starting at once the first wins; the file is whole as soon as it has its name.
      linkSync(fresh, file);
    } catch (error) {
      if (!existsSync(file)) throw error;
    } finally {
      rmSync(fresh, { force: true });
    }
  }
  return readFileSync(file, "utf8").trim();
}
