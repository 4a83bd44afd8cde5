// Writes a migration from the schema, or checks that migrations and schema agree:
//   npm run migration -- <snake_case_name>      npm run migration -- --check   (exit 2 when they differ)
// Prisma's schema engine runs as WebAssembly over an in-memory PostgreSQL: no server, no download.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

const filters = { externalTables: [], externalEnums: [] };
const schemaFolder = resolve("prisma/schema");
const migrationFolder = resolve("prisma/migrations");

async function createEngine(datamodels, factory) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { set_message: (message) => console.error(message) };
  const folder = dirname(fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")));
  const wasm = readFileSync(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

function migrationDirectories() {
  if (!existsSync(migrationFolder)) return [];
  return readdirSync(migrationFolder)
    .filter((name) => statSync(join(migrationFolder, name)).isDirectory())
    .sort()
    .map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(migrationFolder, name, "migration.sql"), "utf8") },
      },
    }));
}

const name = process.argv[2];
if (!name || !/^(--check|[a-z0-9_]+)$/.test(name)) {
  console.error("usage: npm run migration -- <snake_case_name> | --check");
  process.exit(1);
}
const files = readdirSync(schemaFolder)
  .filter((file) => file.endsWith(".prisma"))
  .sort()
  .map((file) => ({
    path: join(schemaFolder, file),
    content: readFileSync(join(schemaFolder, file), "utf8"),
  }));
const engine = await createEngine(
  files.map(({ path, content }) => [path, content]),
  new PrismaPGlite(await PGlite.create()),
);
const lock = join(migrationFolder, "migration_lock.toml");
await engine.applyMigrations({
  migrationsList: {
    baseDir: migrationFolder,
    lockfile: { path: "migration_lock.toml", content: existsSync(lock) ? readFileSync(lock, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: migrationDirectories(),
  },
  filters,
});
const { exitCode, stdout } = await engine.diff({
  from: { tag: "schemaDatasource", files, configDir: schemaFolder },
  to: { tag: "schemaDatamodel", files },
  script: true,
  exitCode: true,
  filters,
});
if (exitCode === 0) {
  console.log("no changes: the migrations match the schema");
  process.exit(0);
}
if (name === "--check") {
  console.error(`prisma/migrations does not match prisma/schema. Missing:\n${stdout}`);
  process.exit(2);
}
const folder = join(migrationFolder, `${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "migration.sql"), stdout);
writeFileSync(lock, 'provider = "postgresql"\n');
console.log(`wrote ${folder}`);
process.exit(0);
