import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, ""),
};

// An odd time zone, so that a date that leaks the machine's zone fails here and not at a reader's.
process.env.TZ = "Asia/Kathmandu";

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,cli,prisma,app}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "node_modules/**", ".next/**"],
          testTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,cli,app}/**/*.db.test.ts"],
          globalSetup: ["lib/db/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
