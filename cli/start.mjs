// npm start: sets up what is missing, then serves the app from this one process until Ctrl+C; with --prepare it only sets up.
import { checkNode, generateClient, installPackages, progress, root } from "./prepare.mjs";

checkNode();
process.chdir(root);
const dev = process.argv.includes("--dev");
process.env.NODE_ENV = dev ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// What a library will drop one day is for whoever updates it, not for whoever starts the app.
process.noDeprecation = true;
const say = progress();
installPackages({ withTestTools: false, say });
generateClient({ say });
const { register } = await import("tsx/esm/api");
register();
const { serve } = await import("./serve.ts");
await serve({
  say,
  demo: process.argv.includes("--demo"),
  dev,
  prepareOnly: process.argv.includes("--prepare"),
});
