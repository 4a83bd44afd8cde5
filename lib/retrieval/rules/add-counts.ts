import type { DocumentCounts } from "../types";

export const noDocuments: DocumentCounts = { documents: 0, changed: 0, unchanged: 0 };

export const addCounts = (a: DocumentCounts, b: DocumentCounts): DocumentCounts => ({
  documents: a.documents + b.documents,
  changed: a.changed + b.changed,
  unchanged: a.unchanged + b.unchanged,
});
