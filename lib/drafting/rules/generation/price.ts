import type { ModelRequest, Spend, TokenUsage } from "../../types/model";

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}
export type PriceTable = Readonly<Record<string, Price>>;

/** List prices of August 2026; a project's settings may name others and more. */
export const listPrices: PriceTable = {
  "gpt-4o": { input: 2.5, cachedInput: 1.25, output: 10 },
  "gpt-4o-mini": { input: 0.15, cachedInput: 0.075, output: 0.6 },
  "gpt-4.1": { input: 2, cachedInput: 0.5, output: 8 },
  "gpt-4.1-mini": { input: 0.4, cachedInput: 0.1, output: 1.6 },
  "gpt-5-mini": { input: 0.25, cachedInput: 0.025, output: 2 },
};

/** The price of a model, dated versions such as gpt-4o-2024-08-06 included; null where none is known. */
export function priceOf(model: string, table: PriceTable): Price | null {
  return table[model] ?? table[model.replace(/-\d{4}-\d{2}-\d{2}$/, "")] ?? null;
}

export function costOf(usage: TokenUsage, price: Price): number {
  const { input, cached, output } = usage;
  return ((input - cached) * price.input + cached * price.cachedInput + output * price.output) / 1e6;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Input tokens of an image at high detail: a base and a number per tile of 512 pixels, after fitting into 2048 x 2048 and the
 * shorter side to 768. The mini model counts about 33 times as many.
 */
export function imageTokens(model: string, { width, height }: PixelSize): number {
  const fit = Math.min(1, 2048 / Math.max(width, height));
  const short = Math.min(1, 768 / (Math.min(width, height) * fit));
  const tiles = Math.ceil((width * fit * short) / 512) * Math.ceil((height * fit * short) / 512);
  return model.startsWith("gpt-4o-mini") ? 2833 + 5667 * tiles : 85 + 170 * tiles;
}

/**
 * What a request may take at most, roughly: three characters a token, its images, and all the output it may write.
 * Without a price the cost is 0 and a limit of money cannot hold; the caller refuses such a run.
 */
export function estimateSpend(
  request: ModelRequest,
  images: readonly PixelSize[],
  price: Price | null,
): Spend {
  const characters = request.messages
    .flatMap(({ content }) =>
      typeof content === "string" ? [{ type: "text", text: content } as const] : content,
    )
    .reduce((length, part) => length + (part.type === "text" ? part.text.length : 0), 0);
  const schema = JSON.stringify(request.answer.schema).length;
  const input =
    Math.ceil((characters + schema) / 3) +
    images.reduce((total, size) => total + imageTokens(request.model, size), 0);
  const usage = { input, cached: 0, output: request.maxOutputTokens };
  return { tokens: input + request.maxOutputTokens, cost: price ? costOf(usage, price) : 0 };
}
