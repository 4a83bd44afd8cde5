import { chooseContext } from "../rules/choose-context";
import type { FoundDocument } from "../types";
import { type DocumentQuery, findWithGuideline } from "./find-documents";

/** Documents that the four are chosen from. */
const looked = 24;

/**
 * The four documents for a draft, best first, at least one of them a guideline; none where no guideline answers.
 */
export async function findContext(
  query: Omit<DocumentQuery, "kind" | "limit">,
): Promise<readonly FoundDocument[]> {
  return chooseContext(await findWithGuideline({ ...query, limit: looked }));
}
