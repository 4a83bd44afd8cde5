import type { FlagKind } from "../types";

/** What a check is called on a screen: the labels of the registry, without the checks themselves. */
export const flagWords: Readonly<Record<FlagKind, string>> = {
  attribute_swap: "Exchanged properties",
  certainty: "Certainty",
  count: "Count",
  demographics: "Age and sex",
  laterality: "Side",
  level: "Level",
  marker: "Marker",
  measurement: "Measurement",
  modality: "Modality",
  negation: "Negation",
  plane: "Plane",
  sequence: "Sequence",
  severity: "Severity",
  signal: "Signal",
  temporal: "Time",
  unit: "Unit",
  unsupported: "Unsupported",
};
