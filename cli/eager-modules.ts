import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Expression, type Options, type Program, type Property, parse, type SpreadElement } from "acorn";

const folder = join(".next", "static", "chunks");
const manifest = join(".next", "build-manifest.json");
const options: Options = { ecmaVersion: "latest", sourceType: "script" };

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The modules of a file of webpack's: `push([[ids], { id: factory }])`. */
function factoriesOf({ body }: Program): readonly (Property | SpreadElement)[] {
  return body.flatMap((statement) => {
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "CallExpression") return [];
    const [pushed] = statement.expression.arguments;
    const modules = pushed?.type === "ArrayExpression" ? pushed.elements[1] : null;
    return modules?.type === "ObjectExpression" ? modules.properties : [];
  });
}

function editsOf(code: string, value: Expression): readonly Edit[] {
  const end = { from: value.end, to: value.end, text: ")" };
  if (value.type === "FunctionExpression") return [{ from: value.start, to: value.start, text: "(" }, end];
  if (value.type !== "ArrowFunctionExpression" || value.async || value.body.type !== "BlockStatement")
    return [];
  const names = value.params.map((one) => code.slice(one.start, one.end)).join(",");
  return [{ from: value.start, to: value.body.start, text: `(function(${names})` }, end];
}

/**
 * The same code with each module of a file of webpack's in parentheses, as a function: V8 takes that for a function that is
 * called at once, and compiles it with the file, on another thread, and not again when the page's thread calls it.
 * What is not such a file comes back as it is.
 */
export function withEagerModules(code: string): string {
  const edits = factoriesOf(parse(code, options))
    .flatMap((one) => (one.type === "Property" && !one.method ? editsOf(code, one.value) : []))
    .sort((one, other) => other.from - one.from);
  return edits.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), code);
}

/** Does that to the files of the build that a page loads after the ones that every page begins with. */
export async function makeModulesEager(): Promise<void> {
  const { rootMainFiles }: { readonly rootMainFiles: readonly string[] } = JSON.parse(
    await readFile(manifest, "utf8"),
  );
  const first = new Set(rootMainFiles.map((file) => file.split("/").at(-1)));
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".js") || first.has(name)) continue;
    const file = join(folder, name);
    const code = await readFile(file, "utf8");
    const eager = withEagerModules(code);
    if (eager !== code) await writeFile(file, eager);
  }
}
