import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { ChatMessage, ModelRequest, Rung } from "../../types/model";

/**
 * The bytes of a chat completion request: canonical JSON, so that the same request always has the same hash. They go
 * over the wire as they are.
 */
export function wireBody(request: ModelRequest, rung: Rung): string {
  const { model, maxOutputTokens, temperature, seed } = request;
  return canonicalJson({
    model,
    messages: rung === "strict" || rung === "schema" ? request.messages : withSchemaInWords(request),
    max_completion_tokens: maxOutputTokens,
    ...(temperature === null ? {} : { temperature }),
    ...(seed === null ? {} : { seed }),
    ...responseFormat(request, rung),
  });
}

export const requestHash = (body: string): string => createHash("sha256").update(body).digest("hex");

function responseFormat({ answer }: ModelRequest, rung: Rung): object {
  switch (rung) {
    case "strict":
      return { response_format: { type: "json_schema", json_schema: { ...answer, strict: true } } };
    case "schema":
      return { response_format: { type: "json_schema", json_schema: answer } };
    case "object":
      return { response_format: { type: "json_object" } };
    case "text":
      return {};
    default:
      return rung satisfies never;
  }
}

/** Where the endpoint takes no schema, the instructions carry it. */
function withSchemaInWords({ messages, answer }: ModelRequest): ChatMessage[] {
  const words = `Answer with one JSON object and nothing else. It must fit this JSON Schema:\n${canonicalJson(answer.schema)}`;
  return messages.map((message, index) =>
    index === 0 && message.role === "system" && typeof message.content === "string"
      ? { ...message, content: `${message.content}\n\n${words}` }
      : message,
  );
}
