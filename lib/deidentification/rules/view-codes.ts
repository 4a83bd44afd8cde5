/**
 * View Code Sequence (0054,0220) by code value, as View Position would say it: mammograms (PS3.16 CID 4014), frontal and
 * lateral radiographs (CID 4010). SNOMED CT codes, and the SNOMED-RT codes that older equipment writes.
 */
export const VIEW_CODES: ReadonlyMap<string, string> = new Map([
  ["399260004", "ML"],
  ["R-10224", "ML"],
  ["399368009", "MLO"],
  ["R-10226", "MLO"],
  ["399352003", "LM"],
  ["R-10228", "LM"],
  ["399099002", "LMO"],
  ["R-10230", "LMO"],
  ["399162004", "CC"],
  ["R-10242", "CC"],
  ["399192008", "XCCL"],
  ["R-1024A", "XCCL"],
  ["399101009", "XCCM"],
  ["R-1024B", "XCCM"],
  ["272479007", "PA"],
  ["R-40888", "PA"],
  ["R-10214", "PA"],
  ["399348003", "AP"],
  ["R-10206", "AP"],
  ["399173006", "LL"],
  ["R-10236", "LL"],
  ["399198007", "RL"],
  ["R-10232", "RL"],
]);
