import { expect, test } from "vitest";
import type { RunView } from "@/lib/jobs/types";
import { caseWords, progressWords, runTitle, spendWords } from "./words";

const run: RunView = {
  id: "1",
  kind: "draft-case",
  label: "Drafts",
  parameters: { steps: ["caption", "qa"], method: "openai", number: 12 },
  startedBy: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  cancelledAt: null,
  state: "running",
  items: 40,
  counts: { waiting: 0, running: 2, done: 36, failed: 2, cancelled: 0 },
  calls: 1,
  tokens: 132_000,
  cost: 0.4512,
  costReserved: 0,
};

test("a run says what it does, how far it is and what it took", () => {
  expect(runTitle(run)).toBe("Captions, Questions of RR-00012, by openai");
  expect(runTitle({ ...run, parameters: { steps: ["qa"], method: "offline", number: null } })).toBe(
    "Drafts of all cases, by the offline rules",
  );
  expect(runTitle({ ...run, parameters: { another: "version" } })).toBe("Drafts");
  expect(progressWords(run)).toBe("36 of 40 done, 2 running, 2 failed");
  expect(spendWords(run)).toBe("1 request, 132,000 tokens, $0.4512");
  expect(spendWords({ ...run, calls: 3, costReserved: 0.1 })).toBe(
    "3 requests, 132,000 tokens, $0.4512 and up to $0.1000 under way or cut off",
  );
  expect(spendWords({ ...run, cost: 0 })).toBe("1 request, 132,000 tokens, no known price");
  expect(spendWords({ ...run, calls: 0 })).toBeNull();
});

test("a case says which step went wrong by the name of the screen; other sentences stay", () => {
  expect(caseWords("qa: The model refused.")).toBe("Questions: The model refused.");
  expect(caseWords("question-label: No answer.")).toBe("Question labels: No answer.");
  expect(caseWords("The case is gone.")).toBe("The case is gone.");
  expect(caseWords(null)).toBeNull();
});
