import { chooseContext } from "../rules/choose-context";
import type { FoundDocument } from "../types";
import { type DocumentQuery, findDocuments } from "./find-documents";

/** Documents that the four are chosen from. */
const looked = 24;

/**
 * The four documents for a draft, best first, at least one of them a guideline; none where no guideline answers.
 */
export async function findContext(
  query: Omit<DocumentQuery, "kind" | "limit">,
): Promise<readonly FoundDocument[]> {
  const found = await findDocuments({ ...query, kind: null, limit: looked });
  if (found.some(({ kind }) => kind === "guideline")) return chooseContext(found);
  const guidelines = await findDocuments({ ...query, kind: "guideline", limit: 1 });
  return chooseContext([...found, ...guidelines]);
}
