// Loaded into the build: when the app that started it is gone, also by kill -9, the build ends too and frees its lock.
// The workers that the build starts load this as well and have a channel of their own to wait on: they are left alone.
if (process.argv[2] === "build") {
  process.on("disconnect", () => process.exit(1));
  process.channel?.unref();
}
