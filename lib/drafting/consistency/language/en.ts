import type { LanguagePack } from "../rules/language-pack";
import { enAnatomy } from "./en-anatomy";
import { enFindings, enOutsideImage } from "./en-findings";
import { enImaging, enModalityCodes, enModalityMeets } from "./en-imaging";
import { enLevels, enNotLevel } from "./en-levels";
import { enFigureNames, enUnits, enValues } from "./en-values";
import { enAbbreviations, enReportingWords, enStopWords } from "./en-words";

/** The words of English radiology prose that the checks need. */
export const english: LanguagePack = {
  id: "en",
  stopWords: enStopWords,
  reportingWords: enReportingWords,
  abbreviations: enAbbreviations,
  values: { ...enValues, ...enImaging },
  levels: enLevels,
  notLevel: enNotLevel,
  anatomy: enAnatomy,
  findings: enFindings,
  outsideImage: enOutsideImage,
  units: enUnits,
  figureNames: enFigureNames,
  modalityMeets: enModalityMeets,
  modalityCodes: enModalityCodes,
};
