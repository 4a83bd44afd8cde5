import type { LanguagePack } from "../rules/language-pack";
import { enActs } from "./en-acts";
import { enAnatomy } from "./en-anatomy";
import { enChanges } from "./en-changes";
import { enBoundaries, enClauses, enDenials, enDoubts, enPatterns } from "./en-clauses";
import { enDiseases } from "./en-diseases";
import { enFindings } from "./en-findings";
import { enArticles, enDimensions, enPrepositions, enVerbs } from "./en-grammar";
import { enHeadLevels } from "./en-head-levels";
import { enImaging, enModalityCodes, enModalityMeets } from "./en-imaging";
import { enLevels, enNotLevel } from "./en-levels";
import { enLimbLevels } from "./en-limb-levels";
import { enFigureNames, enNumbers, enUnits } from "./en-numbers";
import { enOutsideImage } from "./en-outside";
import { enPatients } from "./en-patients";
import { enRelated } from "./en-related";
import { enStructures } from "./en-structures";
import { enTrunkLevels } from "./en-trunk-levels";
import { enValues } from "./en-values";
import { enAbbreviations, enNotTerms, enReportingWords, enStopWords } from "./en-words";

/** The words of English radiology prose that the checks need. */
export const english: LanguagePack = {
  id: "en",
  stopWords: enStopWords,
  reportingWords: enReportingWords,
  verbs: enVerbs,
  prepositions: enPrepositions,
  articles: enArticles,
  dimensions: enDimensions,
  abbreviations: enAbbreviations,
  values: { ...enValues, ...enPatients, ...enNumbers, ...enChanges, ...enImaging, ...enActs },
  levels: { ...enLevels, ...enHeadLevels, ...enTrunkLevels, ...enLimbLevels },
  notLevel: enNotLevel,
  anatomy: `${enAnatomy}\n${enStructures}`,
  findings: `${enFindings}\n${enDiseases}`,
  notTerms: enNotTerms,
  related: enRelated,
  outsideImage: enOutsideImage,
  units: enUnits,
  figureNames: enFigureNames,
  modalityMeets: enModalityMeets,
  modalityCodes: enModalityCodes,
  boundaries: enBoundaries,
  words: { clauses: enClauses, denials: enDenials, doubts: enDoubts },
  patterns: enPatterns,
};
