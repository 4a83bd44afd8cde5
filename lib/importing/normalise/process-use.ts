import { readFileSync } from "node:fs";

const PAGE_BYTES = 4096;
/** Milliseconds of a clock tick: USER_HZ is 100 wherever Node runs on Linux. */
const TICK_MS = 10;

/** Resident memory of a process in bytes; null where the system does not tell (only Linux does). */
export function residentMemory(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return null;
  }
}

/**
 * Time of the processor that a process has used, all its threads together, in milliseconds (fields 14 and 15 of
 * /proc/PID/stat); null where the system does not tell (only Linux does).
 */
export function processorTime(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // The second field is the name in brackets, which may hold anything.
    const [user, system] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13);
    return (Number(user) + Number(system)) * TICK_MS;
  } catch {
    return null;
  }
}
