import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as generic from "./no-generic-viewports";
import * as viewports from "./stack-viewports";

const { getViewportClassForInput, isRegisteredViewportType, registerViewportType } = viewports;
const library = join(import.meta.dirname, "../../../node_modules/@cornerstonejs");

/** The names that the modules of a package of Cornerstone's import from `source`. */
function importedNames(name: string, source: RegExp): ReadonlySet<string> {
  const folder = join(library, name, "dist/esm");
  const names = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    for (const [, list = "", from = ""] of text.matchAll(/^import (?:\w+, )?\{([^}]*)\} from '([^']+)'/gm))
      if (source.test(from))
        for (const word of list.split(",")) if (word.trim()) names.add(word.trim().split(" ")[0] ?? "");
  }
  return names;
}

it("what the core asks of the table of viewport classes is in ours", () => {
  const names = importedNames("core", /\/viewportTypeToViewportClass\.js$/);
  expect(names.size).toBeGreaterThan(0);
  expect(Object.keys(viewports)).toEqual(expect.arrayContaining([...names]));
});

it("what the core lists of its next viewports has a name in ours", () => {
  const names = importedNames("core", /\/GenericViewport\/(ECG|Video|Planar|Volume3D|WSI)\/index\.js$/);
  expect(names.size).toBeGreaterThan(15);
  expect(Object.keys(generic)).toEqual(expect.arrayContaining([...names, "default"]));
});

it("stacks have a class, and nothing else does", () => {
  expect(isRegisteredViewportType("stack")).toBe(true);
  expect(getViewportClassForInput({ type: "stack" }).name).toBe("StackViewport");
  expect(isRegisteredViewportType("orthographic")).toBe(false);
  expect(() => getViewportClassForInput({ type: "orthographic" })).toThrow(
    "no viewport of type orthographic",
  );
  expect(() => registerViewportType({ type: "video" })).toThrow("takes no viewport of type video");
});
