import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askModel, type CallRecords } from "../rules/generation/ask-model";
import { createRunGate } from "../rules/generation/run-gate";
import { requestHash, wireBody } from "../rules/generation/wire-body";
import { fastClock } from "../testing/fast-clock";
import { memoryRecords } from "../testing/memory-records";
import { type ServerMode, startModelServer } from "../testing/model-server";
import type { ModelRequest, RunLimits, SendOptions } from "../types/model";
import { openai } from "./openai";

const request: ModelRequest = {
  model: "test-model",
  messages: [
    { role: "system", content: "Write a caption." },
    { role: "user", content: [{ type: "text", text: "A picture of a knee." }] },
  ],
  answer: { name: "caption", schema: { type: "object", properties: { caption: { type: "string" } } } },
  maxOutputTokens: 200,
  temperature: 0,
  seed: 7,
};
const open: RunLimits = {
  maxCost: null,
  maxTokens: null,
  maxCalls: null,
  requestsPerMinute: 1000,
  concurrency: 4,
};
const reply = { caption: "A knee." };
const ok: ServerMode = { kind: "ok", reply: () => reply };

let server: Awaited<ReturnType<typeof startModelServer>>;
beforeAll(async () => {
  server = await startModelServer([ok]);
});
afterAll(() => server.stop());

function setting(limits: Partial<RunLimits> = {}) {
  const clock = fastClock();
  const stop = new AbortController();
  const gate = createRunGate({ ...open, ...limits }, clock);
  /** How many requests the server had seen each time that something was about to leave. */
  const left: number[] = [];
  const options: SendOptions = {
    gate,
    estimate: { tokens: 500, cost: 0.01 },
    spendOf: () => ({ tokens: 1100, cost: 0.02 }),
    clock,
    signal: stop.signal,
    leaving: async () => {
      left.push(server.seen.length);
      return null;
    },
  };
  return { clock, gate, options, stop, left };
}

const endpoint = (more: object = {}) => ({
  baseUrl: server.baseUrl,
  apiKey: "secret-key",
  timeoutMs: 2000,
  ...more,
});
const sendOne = (modes: readonly ServerMode[], set = setting(), to = endpoint()) => {
  server.play(modes);
  return openai.send(to, wireBody(request, "strict"), set.options);
};

async function ask(modes: readonly ServerMode[], records: CallRecords = memoryRecords()) {
  server.play(modes);
  const { options } = setting();
  return askModel({
    request,
    rung: "strict",
    check: (value) =>
      (value as { caption?: unknown }).caption === "A knee."
        ? { ok: true, value: value as typeof reply }
        : { ok: false, problem: "caption is missing." },
    send: (body, leaving) => openai.send(endpoint(), body, { ...options, leaving }),
    records,
  });
}

describe("sending", () => {
  test("the bytes on the wire are the canonical bytes that were hashed, the key is a header only", async () => {
    const outcome = await sendOne([ok]);
    expect(outcome).toMatchObject({ ok: true, response: { attempts: 1, requestId: "req-test" } });
    const [seen] = server.seen;
    expect(seen?.path).toBe("/v1/chat/completions");
    expect(seen?.body).toBe(wireBody(request, "strict"));
    expect(requestHash(seen?.body ?? "")).toBe(requestHash(wireBody(request, "strict")));
    expect(seen?.headers.authorization).toBe("Bearer secret-key");
    expect(seen?.body).not.toContain("secret-key");
  });

  test("without a key there is no authorisation header", async () => {
    await sendOne([ok], setting(), endpoint({ apiKey: null }));
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test("what the environment holds for the SDK does not leave", async () => {
    const set = {
      OPENAI_API_KEY: "leak-1",
      OPENAI_ADMIN_KEY: "leak-2",
      OPENAI_ORG_ID: "leak-3",
      OPENAI_PROJECT_ID: "leak-4",
      OPENAI_CUSTOM_HEADERS: "x-secret: leak-5",
      OPENAI_BASE_URL: "http://127.0.0.1:9/leak-6",
    };
    Object.assign(process.env, set);
    try {
      expect(await sendOne([ok])).toMatchObject({ ok: true });
    } finally {
      for (const name of Object.keys(set)) delete process.env[name];
    }
    expect(JSON.stringify(server.seen)).not.toContain("leak");
    expect(server.seen[0]?.headers.authorization).toBe("Bearer secret-key");
    expect(Object.keys(server.seen[0]?.headers ?? {}).filter((name) => name.startsWith("x-"))).toEqual([]);
  });

  test("429 waits as long as it is told, then goes on", async () => {
    const set = setting();
    const busy: ServerMode = { kind: "status", status: 429, headers: { "retry-after": "7" } };
    expect(await sendOne([busy, busy, ok], set)).toMatchObject({ ok: true, response: { attempts: 3 } });
    expect(set.clock.slept).toEqual([7000, 7000]);
    // Asked before each try.
    expect(set.left).toEqual([0, 1, 2]);
    expect(set.gate.spent()).toEqual({ tokens: 1100, cost: 0.02 });
  });

  test("a wait beyond the cap fails at once and says how long", async () => {
    const set = setting();
    const busy: ServerMode = { kind: "status", status: 429, headers: { "retry-after": "3600" } };
    expect(await sendOne([busy], set)).toMatchObject({
      state: "rate-limited",
      sentence: "The endpoint takes no more requests for now. It asks to wait 3600 s.",
    });
    expect(server.seen).toHaveLength(1);
    expect(set.clock.slept).toEqual([]);
  });

  test("what may not leave any more after a wait is not sent, and costs nothing", async () => {
    const set = setting();
    const stays = "The case is held.";
    const kept = { ok: false, state: "kept", sentence: stays, tryNextRung: false } as const;
    const never = { ...set, options: { ...set.options, leaving: async () => stays } };
    expect(await sendOne([ok], never)).toEqual({ ...kept, attempts: 0 });
    expect(server.seen).toHaveLength(0);
    const leaving = async () => (server.seen.length > 0 ? stays : null);
    const once = { ...set, options: { ...set.options, leaving } };
    expect(await sendOne([{ kind: "status", status: 500 }, ok], once)).toEqual({ ...kept, attempts: 1 });
    expect(server.seen).toHaveLength(1);
    expect(set.gate.spent()).toEqual({ tokens: 0, cost: 0 });
  });

  test("500 is tried five times with growing waits", async () => {
    const set = setting();
    expect(await sendOne([{ kind: "status", status: 500 }], set)).toMatchObject({
      ok: false,
      state: "unavailable",
      attempts: 5,
      sentence: "The endpoint failed (500). Tried 5 times.",
    });
    expect(set.clock.slept).toEqual([750, 1500, 3000, 6000]);
    expect(set.gate.spent()).toEqual({ tokens: 0, cost: 0 });
  });

  test("a slow endpoint is a timeout, which may cost", async () => {
    const set = setting({ maxCalls: 1 });
    const outcome = await sendOne([{ kind: "slow", ms: 3000, reply }], set, endpoint({ timeoutMs: 60 }));
    expect(outcome).toMatchObject({ ok: false, state: "over-budget", attempts: 1 });
    expect(set.gate.spent()).toEqual({ tokens: 500, cost: 0.01 });
    const patient = setting();
    expect(
      await sendOne([{ kind: "slow", ms: 3000, reply }], patient, endpoint({ timeoutMs: 60 })),
    ).toMatchObject({ state: "timeout", attempts: 5 });
  });

  test.each([
    [401, "unauthorised"],
    [403, "unauthorised"],
    [404, "rejected"],
  ])("%i is %s and not tried again", async (status, state) => {
    expect(await sendOne([{ kind: "status", status }])).toMatchObject({ ok: false, state, attempts: 1 });
  });

  test("an endpoint that is not there is unavailable; a stopped run is aborted", async () => {
    const gone = endpoint({ baseUrl: "http://127.0.0.1:9/v1" });
    expect(await sendOne([ok], setting(), gone)).toMatchObject({ state: "unavailable", attempts: 5 });
    const set = setting();
    const running = sendOne([{ kind: "slow", ms: 3000, reply }], set);
    setTimeout(() => set.stop.abort(), 50);
    expect(await running).toMatchObject({ ok: false, state: "aborted" });
  });

  test("a redirect is not followed: nothing goes to another address", async () => {
    const away: ServerMode = { kind: "status", status: 307, headers: { location: `${server.baseUrl}/away` } };
    expect(await sendOne([away])).toMatchObject({ ok: false });
    expect(server.seen.every(({ path }) => path === "/v1/chat/completions")).toBe(true);
  });
});

describe("asking", () => {
  test.each([
    [[], "strict"],
    [["strict"], "schema"],
    [["strict", "json_schema"], "object"],
    [["strict", "json_schema", "json_object"], "text"],
  ])("an endpoint that refuses %j is asked by %s", async (refused, rung) => {
    expect(await ask([{ kind: "no-format", refused, reply }])).toMatchObject({
      ok: true,
      value: reply,
      rung,
    });
    const last = JSON.parse(server.seen[server.seen.length - 1]?.body ?? "{}");
    expect(JSON.stringify(last.messages[0]).includes("JSON Schema")).toBe(
      rung === "object" || rung === "text",
    );
  });

  test.each<[ServerMode, string]>([
    [{ kind: "refusal" }, "refused"],
    [{ kind: "truncated" }, "truncated"],
    [{ kind: "filtered" }, "filtered"],
    [{ kind: "tool" }, "unreadable"],
    [{ kind: "raw", text: "<html>sign in</html>" }, "unreadable"],
    [{ kind: "words", words: "  " }, "unreadable"],
  ])("%j is the state %s, never an answer and never repaired", async (mode, state) => {
    const asked = await ask([mode]);
    expect(asked).toMatchObject({ ok: false, state });
    expect((asked as { sentence: string }).sentence).toMatch(/^The .*\.$/s);
    expect(server.seen).toHaveLength(1);
  });

  test("JSON in a fence, after a thought or after words is found", async () => {
    const words = '<think>{"caption": "no"}</think>Here it is:\n```json\n{"caption": "A knee."}\n```';
    expect(await ask([{ kind: "words", words }])).toMatchObject({ ok: true, value: reply });
  });

  test("one repair round: the model hears what was wrong, and no third request follows", async () => {
    const wrong: ServerMode = { kind: "words", words: '{"title": "x"}' };
    expect(await ask([wrong, ok])).toMatchObject({ ok: true, value: reply });
    const messages = JSON.parse(server.seen[1]?.body ?? "{}").messages as { role: string; content: string }[];
    expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(messages[3]?.content).toContain("caption is missing.");
    expect(await ask([wrong])).toEqual({
      ok: false,
      state: "invalid",
      sentence: "caption is missing. Asked twice.",
    });
    expect(server.seen).toHaveLength(2);
  });

  test("what was answered before is neither sent nor paid again, repaired answers included", async () => {
    const records = memoryRecords();
    await ask([{ kind: "words", words: "no JSON" }, ok], records);
    expect(server.seen).toHaveLength(2);
    expect(await ask([{ kind: "status", status: 500 }], records)).toMatchObject({ ok: true, paid: false });
    expect(server.seen).toHaveLength(0);
    expect(records.calls.map(({ state }) => state)).toEqual(["unreadable", "answered"]);
  });
});

describe("limits of a run", () => {
  test("no more at a time than allowed, no more per minute, and the budget holds also in parallel", async () => {
    const set = setting({ concurrency: 2, requestsPerMinute: 3, maxTokens: 5000 });
    server.play([{ kind: "slow", ms: 20, reply }]);
    const body = wireBody(request, "strict");
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        openai.send(endpoint(), body, { ...set.options, estimate: { tokens: 1200, cost: 0 } }),
      ),
    );
    expect(server.mostOpen()).toBeLessThanOrEqual(2);
    expect(outcomes.filter(({ ok: fine }) => fine)).toHaveLength(4);
    expect(outcomes.filter((one) => !one.ok && one.state === "over-budget")).toHaveLength(4);
    // Four left; of those that the budget refused nothing is told to have left.
    expect(set.left).toHaveLength(4);
    expect(set.gate.spent().tokens).toBeLessThanOrEqual(5000);
    expect(Math.max(...set.clock.slept)).toBeGreaterThan(50_000);
  });
});
