import { openDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

/**
 * Runs `work` with a migrated database: joins the running server, else starts the embedded one for the time of the
 * command. What was started here is stopped here, also on Ctrl+C; a joined server is left alone.
 */
export async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await openDatabase();
  const interrupt = () => void server.stop().finally(() => process.exit(130));
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    await migrate(server.url);
    return await work(server.url);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
    await server.stop();
  }
}
