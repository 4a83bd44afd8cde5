import { expect, it } from "vitest";
import { processorTime, residentMemory } from "./process-use";

/** What Node says of this process, in milliseconds. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

it.runIf(process.platform === "linux")("time of the processor is what the process has used of it", () => {
  for (const end = used() + 300; used() < end; );
  const told = processorTime(process.pid);
  expect(told).not.toBeNull();
  expect(Math.abs((told ?? 0) - used())).toBeLessThan(100);
});

it("of a process that is gone nothing is known", () => {
  expect(processorTime(2 ** 30)).toBeNull();
  expect(residentMemory(2 ** 30)).toBeNull();
});
