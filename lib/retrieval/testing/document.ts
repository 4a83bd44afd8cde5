import type { IncomingDocument } from "../types";

/** A document for tests: a guideline that may be found and sent, unless `more` says otherwise. */
export const testDocument = (
  externalId: string,
  text: string,
  more: Partial<IncomingDocument> = {},
): IncomingDocument => ({
  kind: "guideline",
  externalId,
  title: externalId,
  source: "S",
  licence: "CC0-1.0",
  url: null,
  text,
  caseId: null,
  pictureKey: null,
  groupKey: null,
  heldOut: false,
  externalModelAllowed: true,
  ...more,
});
