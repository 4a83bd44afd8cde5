import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const stand = pathToFileURL(join(import.meta.dirname, "without-dcmjs.ts")).href;
const hook = `export const resolve = (name, context, next) =>
  next(name === "dcmjs" ? ${JSON.stringify(stand)} : name, context);`;

/** Loads a package of Cornerstone's in a process of its own, with our module where it asks for dcmjs. */
async function load(name: string): Promise<string> {
  const script = `
    import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hook)}));
    const loaded = await import(${JSON.stringify(name)});
    console.log(Object.keys(loaded).length > 0 ? "loaded" : "empty");`;
  const words = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, words);
  return stdout + stderr;
}

it.each(["@cornerstonejs/utils", "@cornerstonejs/metadata"])(
  "%s loads without dcmjs, and without a word",
  async (name) => {
    expect(await load(name)).toBe("loaded\n");
  },
  60_000,
);
