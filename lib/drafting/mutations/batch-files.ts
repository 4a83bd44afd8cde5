import { createReadStream } from "node:fs";
import { appendFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { database } from "@/lib/db/client";
import { projectToDraft } from "../data/drafted-cases";
import { readReply, servedModel, usageOf } from "../rules/generation/read-reply";
import { requestHash } from "../rules/generation/wire-body";
import type { ModelProvider } from "../types/model";

/** What the OpenAI Batch API takes in one file. */
const batchLimits = { requests: 50_000, bytes: 200_000_000 };

/** Whether a folder can take batch files: it is not there, or empty. */
export async function isFreeFolder(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length === 0;
}

/**
 * A way to send that writes into files `batch-001.jsonl` and so on. A line holds the bytes of its request and is named by
 * their hash; a file never passes the limits.
 */
export function batchSend(folder: string, limits = batchLimits): ModelProvider["send"] {
  let file = 1;
  let requests = 0;
  let bytes = 0;
  const write: ModelProvider["send"] = async (_, body, { leaving }) => {
    const line = `{"custom_id":"${requestHash(body)}","method":"POST","url":"/v1/chat/completions","body":${body}}\n`;
    const size = Buffer.byteLength(line);
    const failed = { ok: false, attempts: 0, tryNextRung: false } as const;
    if (size > limits.bytes)
      return { ...failed, state: "rejected", sentence: "The request is larger than a batch file may be." };
    const kept = await leaving();
    if (kept !== null) return { ...failed, state: "kept", sentence: kept };
    if (requests + 1 > limits.requests || bytes + size > limits.bytes) {
      file += 1;
      requests = 0;
      bytes = 0;
    }
    requests += 1;
    bytes += size;
    await appendFile(join(folder, `batch-${String(file).padStart(3, "0")}.jsonl`), line, { mode: 0o600 });
    return { ...failed, state: "queued", sentence: "The request waits in a batch file." };
  };
  // One after another, so that a request is asked about right before its line is written.
  let queue: Promise<unknown> = mkdir(folder, { recursive: true });
  return (...asked) => {
    const mine = queue.then(() => write(...asked));
    queue = mine.catch(() => {});
    return mine;
  };
}

const lineSchema = z.object({
  custom_id: z.string().regex(/^[0-9a-f]{64}$/),
  response: z.object({ status_code: z.number().int(), body: z.unknown() }).nullish(),
  error: z.object({ message: z.string().nullish() }).nullish(),
});

export interface BatchReport {
  readonly recorded: number;
  /** Requests that the endpoint did not answer: the next run sends them. */
  readonly unanswered: number;
  /** Answers to nothing that waits in this project, as when a file is read twice. */
  readonly unknown: number;
  /** Lines that are no line of a batch output. */
  readonly broken: readonly number[];
}

/** Records the answers of a batch output file with the calls that wait for them; null where there is no such project. */
export async function readBatch(slug: string, path: string): Promise<BatchReport | null> {
  const project = await projectToDraft(slug);
  if (!project) return null;
  const report = { recorded: 0, unanswered: 0, unknown: 0, broken: [] as number[] };
  let number = 0;
  for await (const text of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    number += 1;
    if (text.trim() === "") continue;
    const line = lineSchema.safeParse(parsed(text));
    if (line.success) report[await recordLine(project.id, line.data)] += 1;
    else report.broken.push(number);
  }
  return report;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function recordLine(
  projectId: string,
  { custom_id: hash, response, error }: z.infer<typeof lineSchema>,
): Promise<"recorded" | "unanswered" | "unknown"> {
  const { modelCall } = await database();
  const waiting = { requestHash: hash, state: "queued", case: { projectId } };
  const finishedAt = new Date();
  if (response?.status_code !== 200) {
    const sentence = `The batch did not answer it: ${error?.message ?? `status ${response?.status_code ?? "missing"}`}.`;
    const data = { state: "unavailable", sentence: sentence.slice(0, 400), finishedAt };
    const { count } = await modelCall.updateMany({ where: waiting, data });
    return count > 0 ? "unanswered" : "unknown";
  }
  const text = JSON.stringify(response.body).replaceAll("\0", "\ufffd");
  const reply = readReply(text);
  const usage = usageOf(text);
  const { count } = await modelCall.updateMany({
    where: waiting,
    data: {
      state: reply.state,
      sentence: reply.state === "answered" ? null : reply.sentence,
      response: text,
      servedModel: servedModel(text),
      attempts: 1,
      finishedAt,
      inputTokens: usage?.input ?? null,
      cachedTokens: usage?.cached ?? null,
      outputTokens: usage?.output ?? null,
    },
  });
  return count > 0 ? "recorded" : "unknown";
}
