import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { CHILD_MEMORY, RECYCLED_CHILD_MEMORY, WAITING_SHARE } from "./limits";
import { processorTime, residentMemory } from "./process-use";
import type { ChildMessage, ChildRequest } from "./protocol";
import type { NormaliseOutcome } from "./types";

const START_LIMIT_MS = 60_000;
const WATCH_EVERY_MS = 200;

export interface NormaliseChild {
  /**
   * One outcome, or null where the process ended without one. The child is gone afterwards where it overran a limit,
   * crashed, or a decoder threw in it. The limit is of the processor's time where that is known: a machine that is busy
   * with other things makes no file bad.
   */
  ask(request: ChildRequest, timeLimitMs: number): Promise<NormaliseOutcome | null>;
  readonly alive: () => boolean;
  stop(): void;
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
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

/**
 * Starts the child process that reads untrusted files, with a heap limit; memory and time are watched from here.
 * Rejects where it does not come up: that is a fault of the installation, not of a file.
 */
export async function startChild(projectRoot: string): Promise<NormaliseChild> {
  const child = startProcess(projectRoot);
  // What it says before a file was given to it helps to find a broken installation; later it may hold file text.
  let complaint = "";
  const listen = (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  };
  child.stderr?.on("data", listen);
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
      child.stderr?.off("data", listen).resume();
      resolve();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(
        new Error(`The process that reads files ended with code ${code} before it was ready. ${complaint}`),
      );
    });
    child.once("error", reject);
  });

  const processorNow = () => (child.pid === undefined ? null : processorTime(child.pid));
  const residentNow = () => (child.pid === undefined ? null : residentMemory(child.pid));

  function ask(request: ChildRequest, timeLimitMs: number): Promise<NormaliseOutcome | null> {
    return new Promise((resolve) => {
      const before = processorNow();
      const settle = (outcome: NormaliseOutcome | null, kill: boolean) => {
        clearTimeout(timer);
        clearInterval(watch);
        child.off("message", onMessage);
        child.off("exit", onExit);
        if (kill || (residentNow() ?? 0) > RECYCLED_CHILD_MEMORY) {
          alive = false;
          child.kill("SIGKILL");
        }
        resolve(outcome);
      };
      const refuse = (reason: string) => settle({ kind: "refused", file: request.name, reason }, true);
      const onMessage = (message: ChildMessage) => {
        if (message.kind === "outcome" && message.id === request.id) settle(message.outcome, message.spent);
      };
      const onExit = () => settle(null, true);
      const overran = (limitMs: number) =>
        refuse(`Reading the file took longer than ${Math.round(limitMs / 1000)} seconds.`);
      const wallLimitMs = before === null ? timeLimitMs : timeLimitMs * WAITING_SHARE;
      const timer = setTimeout(() => overran(wallLimitMs), wallLimitMs);
      const watch = setInterval(() => {
        const now = processorNow();
        if (before !== null && now !== null && now - before > timeLimitMs) {
          overran(timeLimitMs);
          return;
        }
        const resident = residentNow();
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
