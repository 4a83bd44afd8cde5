import { DIMENSION_TOKEN, IMAGING_WORDS } from "./vocabulary";

const MOST_WORDS = 12;

/**
 * Reduces free text to words of the imaging vocabulary and small dimensions ("5mm", "3d"); null where nothing is left.
 * Names, dates and longer numbers are in no list, so they cannot pass.
 */
export function imagingWords(text: string): string | null {
  const words = text
    .slice(0, 1024)
    .split(/[^A-Za-z0-9.*]+/)
    .map((word) => word.replace(/\*/g, "star").replace(/^\.+|\.+$/g, ""))
    .filter((word) => IMAGING_WORDS.has(word.toLowerCase()) || DIMENSION_TOKEN.test(word.toLowerCase()));
  return words.length === 0 ? null : words.slice(0, MOST_WORDS).join(" ");
}
