// The house rules. dependency-cruiser says "no violations" also when it saw nothing, so the number of modules is checked.
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import configuration from "../.dependency-cruiser.cjs";

const leastModules = 20;
const folders = ["app", "components", "lib", "cli", "prisma/seed", "bench"];
const { options, forbidden } = configuration;
const result = await cruise(folders, { ...options, ruleSet: { forbidden }, validate: true }, undefined, {
  tsConfig: extractTSConfig("tsconfig.json"),
});
const { summary, modules } = result.output;
const own = modules.filter((module) => folders.some((folder) => module.source.startsWith(`${folder}/`)));
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
console.log(`${own.length} modules, ${summary.error} violations`);
if (own.length < leastModules)
  console.error(`only ${own.length} modules were seen: the rules were not really checked`);
process.exit(summary.error > 0 || own.length < leastModules ? 1 : 0);
