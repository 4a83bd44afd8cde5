import { contentHash } from "./content-hash";

/** The id of a picture within its case: where it stands in the bundle ("" for a bare one) and what it holds. */
export function pictureUid(path: string, sourceHash: string): string {
  return `picture-${contentHash([path, sourceHash]).slice(0, 32)}`;
}
