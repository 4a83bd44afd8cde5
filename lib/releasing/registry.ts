import { llava } from "./formats/llava";
import { pubmedvision } from "./formats/pubmedvision";
import type { ExportFormat } from "./types";

/** Every format a release can be written in. */
export const exportFormats: readonly ExportFormat[] = [llava, pubmedvision];

export function exportFormat(id: string): ExportFormat | null {
  return exportFormats.find((format) => format.id === id) ?? null;
}
