import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHILD_MEMORY } from "./limits";
import type { ChildMessage, ChildRequest } from "./protocol";
import type { NormaliseOutcome } from "./types";

const START_LIMIT_MS = 60_000;
const WATCH_EVERY_MS = 200;
const PAGE_BYTES = 4096;

export interface NormaliseChild {
  /** One outcome whatever happens; the child is gone afterwards where it overran a limit or crashed. */
  ask(request: ChildRequest, timeLimitMs: number): Promise<NormaliseOutcome>;
  readonly alive: () => boolean;
  stop(): void;
}

/** Resident memory of a process in bytes; null where the system does not tell. */
function residentMemory(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return null;
  }
}

/** Only what Node itself needs: no secret of the server reaches the process that reads untrusted files. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "NODE_ENV"] as const;
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  ) as NodeJS.ProcessEnv;
}

function startProcess(projectRoot: string): ChildProcess {
  return fork(join(projectRoot, "lib/importing/normalise/child.ts"), [], {
    cwd: projectRoot,
    execArgv: ["--import", "tsx", "--max-old-space-size=1024"],
    env: plainEnvironment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/**
 * Starts the child process that reads untrusted files, with a heap limit; memory and time are watched from here.
 * Rejects where it does not come up: that is a fault of the installation, not of a file.
 */
export async function startChild(projectRoot: string): Promise<NormaliseChild> {
  const child = startProcess(projectRoot);
  let alive = true;
  child.once("exit", () => {
    alive = false;
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error("The process that reads files did not start in time."));
    }, START_LIMIT_MS);
    child.once("message", () => {
      clearTimeout(timer);
      resolve();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The process that reads files ended with code ${code} before it was ready.`));
    });
    child.once("error", reject);
  });

  function ask(request: ChildRequest, timeLimitMs: number): Promise<NormaliseOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: NormaliseOutcome, kill: boolean) => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off("message", onMessage);
        child.off("exit", onExit);
        if (kill) {
          alive = false;
          child.kill("SIGKILL");
        }
        resolve(outcome);
      };
      const refuse = (reason: string) => settle({ kind: "refused", file: request.name, reason }, true);
      const onMessage = (message: ChildMessage) => {
        if (message.kind === "outcome" && message.id === request.id) settle(message.outcome, false);
      };
      const onExit = () =>
        refuse("Reading the file crashed its process; the file is damaged or needs too much memory.");
      const timer = setTimeout(
        () => refuse(`Reading the file took longer than ${Math.round(timeLimitMs / 1000)} seconds.`),
        timeLimitMs,
      );
      const watch = setInterval(() => {
        const resident = child.pid === undefined ? null : residentMemory(child.pid);
        if (resident !== null && resident > CHILD_MEMORY) refuse("Reading the file needs too much memory.");
      }, WATCH_EVERY_MS);
      child.on("message", onMessage);
      child.once("exit", onExit);
      child.send(request, (error) => {
        if (error) onExit();
      });
    });
  }

  return {
    ask,
    alive: () => alive,
    stop() {
      alive = false;
      child.kill("SIGKILL");
    },
  };
}
