// `npm run bench -- NAME [options]`: measures the app against what it promises. Alone it lists the benches.
import { parseArgs } from "node:util";
import { register } from "tsx/esm/api";
import { closeBrowsers } from "./browser/launch.mjs";

register();
const names = ["viewer", "next-case", "soak", "long-series", "pixels", "retrieval", "jobs", "consistency"];

const load = (name) => import(`./${name}.mjs`);

async function list() {
  console.log("Usage: npm run bench -- NAME [options]\n");
  for (const name of names) console.log(`  ${name.padEnd(12)}${(await load(name)).summary}`);
  console.log("\nOptions are in bench/README.md.");
}

/** Ends what was begun, last first, and waits at most ten seconds for each. */
async function closeAll(closers) {
  await closeBrowsers().catch(() => undefined);
  for (const close of closers.reverse())
    await Promise.race([close(), new Promise((done) => setTimeout(done, 30_000))]).catch(() => undefined);
}

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || name === "--help") {
  await list();
  process.exit(0);
}
if (!names.includes(name)) {
  console.error(`There is no bench "${name}". Known: ${names.join(", ")}.`);
  process.exit(2);
}
const closers = [];
let closing = null;
const cleanUp = () => {
  closing ??= closeAll(closers);
  return closing;
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)));
let code = 1;
try {
  const bench = await load(name);
  const { values } = parseArgs({ args: rest, options: bench.options });
  code = await bench.run(values, closers);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
} finally {
  await cleanUp();
}
process.exit(code);
