import { openDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { startWorker, workerDefaults } from "@/lib/jobs/mutations/worker";
import { onlyOptions, optional, UsageError, type Verb, type VerbCall } from "./verb";

const most = 64;

function wholeNumber(call: VerbCall, option: string, standard: number, limit: number): number {
  const given = optional(call, option);
  const number = given === null ? standard : Number(given);
  if (!Number.isInteger(number) || number < 1 || number > limit)
    throw new UsageError(`--${option} takes a whole number from 1 to ${limit}, not "${given}".`);
  return number;
}

/** Ctrl+C, or what a service manager sends, who may send it to this process and to the one above, so that it comes twice. */
const stopped = () =>
  new Promise<void>((done) => {
    process.on("SIGINT", () => done());
    process.on("SIGTERM", () => done());
  });

export const workerVerb: Verb = {
  name: "worker",
  summary: "Work on queued jobs until it is stopped, beside or in place of the app's own worker",
  usage:
    "worker [--at-once 4] [--lease 30]; items at a time, seconds until others take over from a dead worker",
  options: { "at-once": { type: "string" }, lease: { type: "string" } },
  database: false,
  async run(call) {
    onlyOptions(call, "worker", "--at-once and --lease");
    const atOnce = wholeNumber(call, "at-once", workerDefaults.atOnce, most);
    const lease = wholeNumber(call, "lease", workerDefaults.lease / 1000, 3600) * 1000;
    const signal = stopped();
    const server = await openDatabase();
    try {
      await migrate(server.url);
      const variables = process.env;
      const worker = startWorker({ ...workerDefaults, atOnce, lease, variables, log: call.log });
      call.log(`Working on ${atOnce} items at a time. Ctrl+C stops it.`);
      await signal;
      call.log("Stopping: requests under way may end, the rest goes back into the queue.");
      await worker.stop();
    } finally {
      await server.stop();
    }
    return { ok: true, result: { ok: true }, text: "The worker stopped." };
  },
};
