import { describe, expect, it } from "vitest";
import { importVerb, pathsOf } from "./import";
import { UsageError } from "./verb";

const run = (positionals: string[], values: Record<string, string | boolean>) =>
  importVerb.run({ positionals, values, json: false, log: () => {} });

describe("import", () => {
  it.each([
    [["lib"], {}, "--project is missing."],
    [[], { project: "p" }, "Give at least one folder, file or zip."],
    [["no/such/place"], { project: "p" }, "There is no file or folder no/such/place."],
    [["lib"], { project: "p", url: "example.org" }, "--url is not an address that begins with https"],
    [["lib"], { project: "p", licence: " " }, "--licence is empty or longer than 200 characters."],
    [["lib"], { project: "p", as: "guidelines", licence: "MIT" }, "A guideline names its own source"],
    [["lib"], { project: "p", as: "cases", source: "S" }, "A case bundle names its own source and site"],
    [["lib"], { project: "p", as: "guidelines", "held-out": true }, "--held-out goes with --as cases."],
    [["lib"], { project: "p", as: "pictures" }, '--as takes cases or guidelines, not "pictures".'],
  ])("says what is wrong with %j %j before anything is opened", async (positionals, values, sentence) => {
    const refused = run(positionals, values as Record<string, string | boolean>);
    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(sentence);
  });
});

it("takes each place once, whatever it is called", () => {
  expect(pathsOf(["lib", "./lib", "lib/../lib", "cli"])).toMatchObject([{ name: "lib" }, { name: "cli" }]);
});
