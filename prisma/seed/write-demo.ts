import { writeDemoBundles } from "./demo";

const outDir = process.argv[2];
if (outDir === undefined) {
  console.error("Usage: tsx prisma/seed/write-demo.ts OUT");
  process.exitCode = 1;
} else {
  const started = performance.now();
  const { bundles, guidelines } = await writeDemoBundles(outDir);
  console.log([...bundles, guidelines].join("\n"));
  console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}
