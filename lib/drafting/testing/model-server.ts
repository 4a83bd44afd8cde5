import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the server answers a request. What a mode does is told beside it. */
export type ServerMode =
  /** The reply of the script or what it promises, as JSON. */
  | { readonly kind: "ok"; readonly reply: (body: string) => unknown }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Record<string, string> }
  /** Answers after so many milliseconds. */
  | { readonly kind: "slow"; readonly ms: number; readonly reply: unknown }
  | { readonly kind: "refusal" }
  | { readonly kind: "filtered" }
  /** Cut in the middle of the JSON, with finish_reason "length". */
  | { readonly kind: "truncated" }
  /** Words as they are, in place of JSON. */
  | { readonly kind: "words"; readonly words: string }
  /** Echoes the last user message as the model's own words, as a model that obeys the case text would. */
  | { readonly kind: "echo" }
  /** A call of a tool that nobody offered. */
  | { readonly kind: "tool" }
  /** 400 for these kinds of response_format, else the reply. */
  | { readonly kind: "no-format"; readonly refused: readonly string[]; readonly reply: unknown }
  | { readonly kind: "raw"; readonly text: string };

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes as they came. */
  readonly body: string;
}

/** Tokens that every answer of the test server says it took. */
export const servedUsage = {
  prompt_tokens: 1000,
  completion_tokens: 100,
  prompt_tokens_details: { cached_tokens: 200 },
};

function completion(message: object, finish = "stop"): string {
  return JSON.stringify({
    id: "chatcmpl-test",
    object: "chat.completion",
    model: "test-model-2026",
    choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", ...message } }],
    usage: servedUsage,
  });
}

function lastWords(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { content: string | { text?: string }[] }[] };
  const content = messages[messages.length - 1]?.content ?? "";
  return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("\n");
}

function formatOf(body: string): string {
  const { response_format: format } = JSON.parse(body) as {
    response_format?: { type: string; json_schema?: { strict?: boolean } };
  };
  return format?.json_schema?.strict ? "strict" : (format?.type ?? "text");
}

function answer(mode: ServerMode, body: string, response: ServerResponse): unknown {
  const send = (text: string, status = 200, headers: Record<string, string> = {}) => {
    const shared = { "content-type": "application/json", "x-request-id": "req-test" };
    response.writeHead(status, { ...shared, ...headers }).end(text);
  };
  const failed = (status: number, message: string, headers = {}) =>
    send(JSON.stringify({ error: { message, type: "error", code: null, param: null } }), status, headers);
  switch (mode.kind) {
    case "ok":
      return Promise.resolve(mode.reply(body)).then((reply) =>
        send(completion({ content: JSON.stringify(reply) })),
      );
    case "status":
      return failed(mode.status, "no", mode.headers);
    case "slow":
      return setTimeout(() => send(completion({ content: JSON.stringify(mode.reply) })), mode.ms).unref();
    case "refusal":
      return send(completion({ content: null, refusal: "I cannot help with that." }));
    case "filtered":
      return send(completion({ content: "" }, "content_filter"));
    case "truncated":
      return send(completion({ content: '{"caption": "A mass in the le' }, "length"));
    case "words":
      return send(completion({ content: mode.words }));
    case "echo":
      return send(completion({ content: lastWords(body) }));
    case "tool":
      return send(
        completion({ content: null, tool_calls: [{ id: "1", type: "function", function: { name: "x" } }] }),
      );
    case "no-format":
      return mode.refused.includes(formatOf(body))
        ? failed(400, `response_format of type ${formatOf(body)} is not supported`)
        : send(completion({ content: JSON.stringify(mode.reply) }));
    case "raw":
      return send(mode.text);
    default:
      return mode satisfies never;
  }
}

/**
 * A local server that speaks chat completions. Each request takes the next mode of the script; the last one stays.
 * @returns its base address, what it saw, and how to set another script or stop it.
 */
export async function startModelServer(first: readonly ServerMode[]) {
  let script = [...first];
  const seen: SeenRequest[] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.on("close", () => {
      open -= 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      seen.push({ path: request.url ?? "", headers: request.headers, body });
      const [mode] = script.length > 1 ? script.splice(0, 1) : script;
      if (mode) answer(mode, body, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    /** Requests that wait for their answer now, and the most that ever did. */
    open: () => open,
    mostOpen: () => mostOpen,
    play(modes: readonly ServerMode[]) {
      script = [...modes];
      seen.length = 0;
      mostOpen = open;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
