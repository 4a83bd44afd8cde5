import { createHash } from "node:crypto";
import { canonicalJson } from "@/lib/core/text/canonical-json";
import type { UntrustedBlock } from "../../types/prompt";

/**
 * The marker that fences the material of a request: a hash over all of it, so that no text can hold its own marker, and
 * the same material always has the same one.
 */
export function markerOf(promptHash: string, seed: number, blocks: readonly UntrustedBlock[]): string {
  return createHash("sha256").update(canonicalJson({ promptHash, seed, blocks })).digest("hex").slice(0, 24);
}

/** Blocks between lines that carry the marker. Texts are already visible ones. */
export function fenced(blocks: readonly UntrustedBlock[], marker: string): string {
  return blocks
    .map(({ name, text }) => `[${marker} begin: ${name}]\n${text.replaceAll(marker, "")}\n[${marker} end]`)
    .join("\n\n");
}

const markup = /<\/?[a-z!][^>]*>|!\[|\]\(|\b(?:https?|ftp|javascript):|\bdata:\w+\/|\bwww\./i;
const aboutItself =
  /\b(?:as an? (?:ai|language model)|(?:ignore|disregard)\b.{0,40}\binstructions|system prompt|marker lines?)\b/i;

/**
 * Why a text that a model wrote is not taken: it carries the marker, an address, mark-up, or speaks of its instructions.
 * Null where there is nothing of the kind.
 */
export function foreignWords(text: string, marker: string): string | null {
  if (text.includes(marker)) return "It repeats a marker line of the request.";
  if (markup.test(text)) return "It holds a web address or mark-up; only plain text is taken.";
  if (aboutItself.test(text)) return "It speaks of its instructions in place of the image.";
  return null;
}
