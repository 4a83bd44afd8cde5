import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Check, good, note } from "./check";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

/** A browser that the journeys of `npm test` can use; the app itself needs none on this machine. */
export async function browserCheck(): Promise<Check> {
  const name = "Browser for tests";
  const folders = (process.env.PATH ?? "").split(delimiter);
  const system = folders.flatMap((folder) => names.map((file) => join(folder, file))).find(existsSync);
  if (system) return good(name, system);
  const own = await import("@playwright/test")
    .then(({ chromium }) => chromium.executablePath())
    .catch(() => "");
  if (own !== "" && existsSync(own)) return good(name, own);
  return note(
    name,
    "none found",
    "npx playwright install chromium, or on Debian apt-get install -y chromium",
  );
}
