import type { ExportFormat, FormatRow } from "../types";
import { type HashedFile, hashedFile, type WrittenFile } from "./hashed-file";

/** The name of a training file, or of the one beside it that holds translations: llava.json, llava.zh.json. */
const nameOf = (fileName: string, language: string | null): string =>
  language === null ? fileName : fileName.replace(/(\.[^.]+)$/, `.${language.replace(/[^\w-]/g, "")}$1`);

/**
 * The training file of a release, which is there also when it is empty, and one more for each language that texts were
 * translated into: a translation never stands among the texts that it says again.
 */
export async function trainingFiles(folder: string, { fileName, frame }: ExportFormat) {
  const open = new Map<string | null, { readonly file: HashedFile; rows: number }>();
  const begin = async (language: string | null) => {
    const begun = { file: await hashedFile(folder, nameOf(fileName, language)), rows: 0 };
    open.set(language, begun);
    await begun.file.write(frame.open);
    return begun;
  };
  await begin(null);
  return {
    /** @param language that a translation is in; null for what is no translation. */
    async add(row: FormatRow, language: string | null): Promise<void> {
      const into = open.get(language) ?? (await begin(language));
      await into.file.write(`${into.rows === 0 ? "" : frame.between}${JSON.stringify(row.value)}`);
      into.rows += 1;
    },
    async close(): Promise<readonly WrittenFile[]> {
      const written: WrittenFile[] = [];
      for (const { file } of open.values()) {
        await file.write(frame.close);
        written.push(await file.close());
      }
      return written;
    },
    async abandon(): Promise<void> {
      for (const { file } of open.values()) await file.abandon();
    },
  };
}
