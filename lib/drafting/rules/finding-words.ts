/** Nouns of imaging findings that questions are asked about. Singular; a plural ending is allowed where one is read. */
const nouns =
  `abscess, adenopathy, air-fluid level, airspace disease, aneurysm, arthritis, ascites, atelectasis, blunting,
calcification, calculus, callus, cardiomegaly, cavitation, cavity, collection, congestion, consolidation, contusion, cyst,
defect, deformity, degeneration, dilatation, dilation, discitis, dislocation, displacement, dissection, diverticulum, edema,
effusion, embolism, embolus, emphysema, empyema, enhancement, enlargement, erosion, fibrosis, filling defect, fistula, fluid,
foreign body, fracture, goiter, goitre, granuloma, haemangioma, haematoma, haemorrhage, hemangioma, hematoma, hemorrhage,
hernia, herniation, hydrocephalus, hydronephrosis, hyperinflation, hypertrophy, infarct, infarction, infiltrate, infiltration,
inflammation, intussusception, ischaemia, ischemia, kyphosis, lesion, lipoma, lymphadenopathy, malformation, mass,
mass effect, meningioma, metastases, metastasis, midline shift, narrowing, necrosis, neoplasm, nodule, obstruction, occlusion,
oedema, opacification, opacities, opacity, osteomyelitis, osteophyte, perforation, plaque, pneumomediastinum, pneumonia,
pneumoperitoneum, pneumothorax, polyp, pseudoaneurysm, pseudocyst, rupture, scarring, sclerosis, scoliosis, sinusitis,
spondylolisthesis, spurring, stenosis, stone, stricture, subluxation, swelling, syrinx, tear, thickening, thrombosis,
thrombus, torsion, tumor, tumour, ulcer, ulceration, varices, volvulus`.split(/,\s+/);

const alternatives = [...nouns].sort((a, b) => b.length - a.length).join("|");

/** Words that end the walk back from a finding to its adjectives. */
const stops = new Set(
  `a an the is are was were be been being has have had of in on at to with without no not and or for from by as its this that
these those there any some which who what when where while within into onto over under between both also only other another
evidence sign signs suspicious possible probable likely shows show showing shown demonstrates demonstrate demonstrating
demonstrated reveals reveal revealing revealed seen noted identified contains contain containing consistent compatible
representing represents suggesting suggests suggestive indicating indicates including includes see his her patient
measuring measures left right bilateral unilateral causing caused may might could new increased decreased single double
triple several multiple two three four five six seven eight nine ten no. nor neither never negative absent absence than then
red white black yellow blue green orange purple pink grey gray cyan magenta brown showed demonstrated revealed presenting performed verified confirmed suggested detected indicated developed followed presented because case mm cm ml therefore thus very more less most least following after
before during image images scan scans ct mr mri definite significant acute-on obvious gross discrete`.split(
    /\s+/,
  ),
);

export interface FindingPhrase {
  /** The noun with up to three of its adjectives, as written, lower-case first letter kept as it is. */
  readonly phrase: string;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
  readonly plural: boolean;
}

/** Finding phrases of a sentence in their order. Adjectives stop at articles, verbs, sides, numbers and colours. */
export function findingPhrases(sentence: string): FindingPhrase[] {
  const pattern = new RegExp(`(?<![\\p{L}-])(${alternatives})(e?s)?(?![\\p{L}-])`, "giu");
  return [...sentence.matchAll(pattern)].map((match) => {
    const words = sentence.slice(0, match.index).match(/(?:[\p{L}][\p{L}'-]*\s+){0,3}$/u)?.[0] ?? "";
    const kept: string[] = [];
    for (const word of words.trim().split(/\s+/).reverse()) {
      if (word === "" || stops.has(word.toLowerCase()) || /ly$/i.test(word)) break;
      kept.unshift(word);
    }
    const phrase = [...kept, match[0]].join(" ");
    const end = match.index + match[0].length;
    const plural = match[2] !== undefined || /(?:ses|ces|ties)$/i.test(match[1] ?? "");
    return {
      phrase: lowerFirst(phrase),
      noun: (match[1] ?? "").toLowerCase(),
      start: match.index,
      end,
      plural,
    };
  });
}

function lowerFirst(phrase: string): string {
  return /^\p{Lu}\p{Ll}/u.test(phrase) ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}
