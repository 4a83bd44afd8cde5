import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { findEndpoint } from "@/lib/drafting/rules/generation/endpoint";
import { askedWait, attemptLimit, longestWait, retryWait } from "@/lib/drafting/rules/generation/retry-wait";
import type { EmbedderKind, EmbedInput, EmbedOutcome } from "../types";

/** Texts of one request; more are asked in several. */
const textsAtOnce = 64;

/** Characters of a text that are sent; a chunk is shorter. */
const longestText = 8000;

const replySchema = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1) })),
});

interface Place {
  readonly url: string;
  readonly apiKey: string | null;
  readonly model: string;
  readonly timeoutMs: number;
}

const names = { baseUrl: "EMBED_BASE_URL", model: "EMBED_MODEL", apiKey: "EMBED_API_KEY" };

/**
 * Any server with /v1/embeddings: OpenAI, Azure (v1 address), vLLM, Ollama, LM Studio. Pictures (EMBED_PICTURES=1) are put as
 * a chat message, one a request, which vLLM takes for models of text and picture.
 */
export const openai: EmbedderKind = {
  id: "openai",
  label: "OpenAI-compatible embeddings endpoint",
  open: async (environment) => {
    const found = findEndpoint(
      { baseUrl: null, model: null, localOrigins: [], timeoutSeconds: 60 },
      {
        baseUrl: environment.EMBED_BASE_URL,
        apiKey: environment.EMBED_API_KEY,
        model: environment.EMBED_MODEL,
        local: environment.EMBED_LOCAL,
      },
      names,
    );
    if (!found.ok)
      return found.reason === "none"
        ? { ok: false, sentence: "EMBEDDER is openai, but EMBED_BASE_URL and EMBED_MODEL are not set." }
        : { ok: false, sentence: found.sentence };
    const { endpoint, model, origin, local } = found;
    const place = { ...endpoint, url: `${endpoint.baseUrl}/embeddings`, model };
    const pictures = environment.EMBED_PICTURES === "1";
    return {
      ok: true,
      embedder: {
        name: `openai ${model}${pictures ? " with pictures" : ""}`,
        origin,
        local,
        pictures,
        embed: (inputs, signal) => embedAll(place, inputs, signal),
      },
    };
  },
};

async function embedAll(
  place: Place,
  inputs: readonly EmbedInput[],
  signal: AbortSignal,
): Promise<EmbedOutcome> {
  const vectors: Float32Array[] = [];
  for (let from = 0; from < inputs.length; ) {
    const batch = nextBatch(inputs, from);
    const outcome = await ask(place, bodyOf(place.model, batch), batch.length, signal);
    if (!outcome.ok) return outcome;
    vectors.push(...outcome.vectors);
    from += batch.length;
  }
  const widths = new Set(vectors.map(({ length }) => length));
  if (widths.size > 1)
    return { ok: false, sentence: "The embeddings endpoint gave vectors of several lengths." };
  return { ok: true, vectors };
}

/** As many texts as go into one request, or one picture. */
function nextBatch(inputs: readonly EmbedInput[], from: number): readonly EmbedInput[] {
  const picture = inputs.findIndex((input, at) => at >= from && "png" in input);
  if (picture === from) return inputs.slice(from, from + 1);
  const end = Math.min(from + textsAtOnce, picture < 0 ? inputs.length : picture);
  return inputs.slice(from, end);
}

function bodyOf(model: string, batch: readonly EmbedInput[]): string {
  const [first] = batch;
  if (first && "png" in first) {
    const url = `data:image/png;base64,${first.png.toString("base64")}`;
    const content = [{ type: "image_url", image_url: { url } }];
    return JSON.stringify({ model, messages: [{ role: "user", content }], encoding_format: "float" });
  }
  const input = batch.map((one) => ("text" in one ? one.text.slice(0, longestText) : ""));
  return JSON.stringify({ model, input, encoding_format: "float" });
}

async function ask(place: Place, body: string, count: number, signal: AbortSignal): Promise<EmbedOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await once(place, body, count, signal);
    if (answer.ok || !answer.retry || attempt >= attemptLimit || signal.aborted) return answer;
    if (answer.wait !== null && answer.wait > longestWait) return answer;
    await wait(retryWait(attempt, answer.wait, Math.random()), undefined, { signal }).catch(() => {});
  }
}

type Answer =
  | { readonly ok: true; readonly vectors: readonly Float32Array[] }
  | {
      readonly ok: false;
      readonly sentence: string;
      readonly retry: boolean;
      /** Milliseconds that the endpoint asked to wait. */
      readonly wait: number | null;
    };

async function once(place: Place, body: string, count: number, signal: AbortSignal): Promise<Answer> {
  const failed = (sentence: string, retry = false, asked: number | null = null): Answer => ({
    ok: false,
    sentence,
    retry,
    wait: asked,
  });
  try {
    const response = await fetch(place.url, {
      method: "POST",
      body,
      redirect: "error",
      headers: {
        "content-type": "application/json",
        ...(place.apiKey === null ? {} : { authorization: `Bearer ${place.apiKey}` }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(place.timeoutMs)]),
    });
    if (!response.ok) {
      const { status } = response;
      await response.body?.cancel();
      const asked = askedWait((name) => response.headers.get(name), Date.now());
      const passing = status === 429 || status === 408 || status >= 500;
      return failed(`The embeddings endpoint answered ${status}.`, passing, asked);
    }
    const parsed = replySchema.safeParse(await response.json());
    if (!parsed.success) return failed("The embeddings endpoint's answer is not a list of embeddings.");
    const rows = parsed.data.data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
    if (rows.length !== count)
      return failed(`The embeddings endpoint gave ${rows.length} embeddings for ${count} inputs.`);
    return { ok: true, vectors: rows.map(({ embedding }) => Float32Array.from(embedding)) };
  } catch (error) {
    if (signal.aborted) return failed("The run was stopped.");
    if (error instanceof SyntaxError) return failed("The embeddings endpoint's answer is not JSON.");
    return failed("The embeddings endpoint cannot be reached, or did not answer in time.", true);
  }
}
