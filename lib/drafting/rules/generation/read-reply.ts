import { z } from "zod";
import type { ModelReply, TokenUsage } from "../../types/model";
import { extractJson } from "./extract-json";

const count = z.number().int().min(0);
const completionSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({
          content: z.string().nullish(),
          refusal: z.string().nullish(),
          tool_calls: z.array(z.unknown()).nullish(),
        }),
      }),
    )
    .min(1),
});
const usageSchema = z.object({
  usage: z.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
  }),
});
const servedSchema = z.object({ model: z.string().max(200) });

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the bytes of a chat completion are: an answer, or why there is none. Refusals and cut answers are never answers. */
export function readReply(responseText: string): ModelReply {
  const completion = completionSchema.safeParse(json(responseText));
  if (!completion.success)
    return unreadable("The endpoint answered with something that is not a chat completion.", null);
  const [choice] = completion.data.choices;
  const { content, refusal, tool_calls: tools } = choice?.message ?? {};
  if (refusal) return { state: "refused", sentence: `The model refused: ${short(refusal)}`, words: null };
  if (choice?.finish_reason === "content_filter")
    return {
      state: "filtered",
      sentence: "The endpoint's content filter held the answer back.",
      words: null,
    };
  if (choice?.finish_reason === "length")
    return {
      state: "truncated",
      sentence: "The answer was cut off at the limit of output tokens.",
      words: null,
    };
  if (tools && tools.length > 0)
    return unreadable("The model called a tool; it was given none, and nothing was run.", null);
  if (!content?.trim()) return unreadable("The model answered with no words.", null);
  const found = extractJson(content);
  return found
    ? { state: "answered", value: found.value, words: content }
    : unreadable("The answer holds no JSON object.", content);
}

/** Tokens that the endpoint counted, or null where it does not say. */
export function usageOf(responseText: string): TokenUsage | null {
  const parsed = usageSchema.safeParse(json(responseText));
  if (!parsed.success) return null;
  const {
    prompt_tokens: input,
    completion_tokens: output,
    prompt_tokens_details: details,
  } = parsed.data.usage;
  return { input, output, cached: Math.min(input, details?.cached_tokens ?? 0) };
}

/** The model that answered, as the endpoint names it; null where it does not say. */
export function servedModel(responseText: string): string | null {
  return servedSchema.safeParse(json(responseText)).data?.model ?? null;
}

const short = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}...` : text);

const unreadable = (sentence: string, words: string | null): ModelReply => ({
  state: "unreadable",
  sentence,
  words,
});
