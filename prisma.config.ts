import { defineConfig } from "prisma/config";

// `prisma generate` asks for an engine it does not use; any executable satisfies it without a download.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
