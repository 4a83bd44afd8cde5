import { cleanStores } from "@/lib/cases/mutations/clean-stores";
import { withDatabase } from "../session";
import { UsageError, type VerbOutcome } from "../verb";
import { inUnits } from "./check";

/** `doctor --clean`: what killed imports left. Without `--yes` it only says what would go. */
export async function clean(remove: boolean): Promise<VerbOutcome> {
  const outcome = await withDatabase(() => cleanStores({ remove }));
  if (!outcome.ok)
    throw new UsageError(
      `${outcome.files} files are stored and this database knows none of them, so nothing was removed. Check that DATABASE_URL and DATA_DIR belong together.`,
    );
  const { stores } = outcome;
  const lines = stores.map(({ store, files, unneeded, bytes, removed }) => {
    const found = `${store}: ${files} files, ${unneeded} of them (${inUnits(bytes)}) older than a day with no row`;
    return remove ? `${found}, ${removed} removed` : found;
  });
  const left = stores.some(({ unneeded }) => unneeded > 0);
  const next = !remove && left ? ["Nothing was removed. Add --yes to remove them."] : [];
  return { ok: true, result: { ok: true, removing: remove, stores }, text: [...lines, ...next].join("\n") };
}
