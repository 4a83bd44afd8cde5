import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { EmbedderKind, EmbedInput, EmbedOutcome } from "../types";

const vectorsSchema = z.array(z.array(z.number()).min(1).or(z.instanceof(Float32Array)));

/** What the module gives as its default export; docs/embedders.md describes it. */
const moduleSchema = z.object({
  default: z.object({
    name: z.string().min(1).max(200),
    embedTexts: z.function({ input: [z.array(z.string())], output: z.promise(z.unknown()) }),
    embedPictures: z
      .function({ input: [z.array(z.instanceof(Buffer))], output: z.promise(z.unknown()) })
      .optional(),
  }),
});

/** A module of one's own that embeds inside this process, such as CLIP or SigLIP by ONNX. Nothing leaves. */
export const plugIn: EmbedderKind = {
  id: "plug-in",
  label: "Module of one's own (EMBED_PLUGIN)",
  open: async ({ EMBED_PLUGIN: path }) => {
    const unusable = (sentence: string) => ({ ok: false, sentence }) as const;
    if (!path)
      return unusable("EMBEDDER is plug-in, but EMBED_PLUGIN names no module. See docs/embedders.md.");
    const file = resolve(path);
    if (!existsSync(file)) return unusable(`EMBED_PLUGIN names ${path}, and there is no such file.`);
    const loaded = await load(pathToFileURL(file).href);
    if (!loaded.ok) return unusable(`${path} cannot be loaded: ${loaded.reason}. See docs/embedders.md.`);
    const parsed = moduleSchema.safeParse({ default: loaded.exported });
    if (!parsed.success)
      return unusable(
        `${path} must export default { name, embedTexts, embedPictures? }: ${parsed.error.issues[0]?.path.slice(1).join(".") || "default"} does not fit. See docs/embedders.md.`,
      );
    const { name, embedTexts, embedPictures } = parsed.data.default;
    return {
      ok: true,
      embedder: {
        name: `plug-in ${name}`,
        origin: null,
        local: true,
        pictures: embedPictures !== undefined,
        embed: (inputs) => embed(inputs, embedTexts, embedPictures),
      },
    };
  },
};

async function load(url: string) {
  try {
    const found: unknown = await import(/* webpackIgnore: true */ url);
    const exported = typeof found === "object" && found !== null && "default" in found ? found.default : null;
    return { ok: true, exported } as const;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { ok: false, reason } as const;
  }
}

type Embed<Input> = (inputs: Input[]) => Promise<unknown>;

async function embed(
  inputs: readonly EmbedInput[],
  embedTexts: Embed<string>,
  embedPictures: Embed<Buffer> | undefined,
): Promise<EmbedOutcome> {
  const texts = inputs.flatMap((input) => ("text" in input ? [input.text] : []));
  const pngs = inputs.flatMap((input) => ("png" in input ? [input.png] : []));
  try {
    const ofTexts = texts.length === 0 ? [] : vectorsSchema.parse(await embedTexts(texts));
    const ofPictures =
      pngs.length === 0 || !embedPictures ? [] : vectorsSchema.parse(await embedPictures(pngs));
    if (ofTexts.length !== texts.length || ofPictures.length !== pngs.length)
      return { ok: false, sentence: "The embedder plug-in gave another number of vectors than of inputs." };
    const next = { text: ofTexts.values(), png: ofPictures.values() };
    const vectors = inputs.map((input) =>
      Float32Array.from(next["text" in input ? "text" : "png"].next().value ?? []),
    );
    return { ok: true, vectors };
  } catch (error) {
    const reason = error instanceof z.ZodError ? "its answer is no list of vectors" : String(error);
    return { ok: false, sentence: `The embedder plug-in failed: ${reason}` };
  }
}
