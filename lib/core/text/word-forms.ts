/** American spelling for British, so that both compare equal: haematoma -> hematoma, tumour -> tumor. Lower case in and out. */
export function oneSpelling(word: string): string {
  return word
    .replace(/(?<=.)[ao]e(?=.)|^[ao]e(?=[dst])/g, "e")
    .replace(/(tum|col|hum|behavi|fav|vap|harb|lab|od|rum|neighb)our/, "$1or")
    .replace(
      /([a-z]{3}[bt])re(d|s)?$/,
      (_all, stem: string, end?: string) => `${stem}er${end === "d" ? "ed" : (end ?? "")}`,
    )
    .replace(/^grey/, "gray")
    .replace(/(is)(e|ed|es|ing|ation|ations)$/, "iz$2")
    .replace(/yse(d|s)?$/, "yze$1")
    .replace(/lled$/, "led")
    .replace(/lling$/, "ling")
    .replace(/^sulph/, "sulf")
    .replace(/^programme/, "program");
}

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "vertebrae:vertebra foci:focus thrombi:thrombus emboli:embolus calculi:calculus bronchi:bronchus nuclei:nucleus " +
    "metastases:metastasis diagnoses:diagnosis stenoses:stenosis apices:apex cortices:cortex indices:index " +
    "bullae:bulla pleurae:pleura bursae:bursa fistulae:fistula lumina:lumen foramina:foramen ganglia:ganglion " +
    "diverticula:diverticulum atria:atrium septa:septum testes:testis ova:ovum haustra:haustrum women:woman " +
    "men:man children:child feet:foot teeth:tooth hila:hilum hili:hilum phalanges:phalanx menisci:meniscus " +
    "hamartomata:hamartoma gyri:gyrus sulci:sulcus condyles:condyle plexuses:plexus data:datum maxima:maximum " +
    "alveoli:alveolus uteri:uterus sinuses:sinus viruses:virus uvulae:uvula scapulae:scapula tibiae:tibia " +
    "fibulae:fibula conchae:concha trabeculae:trabecula axillae:axilla papillae:papilla adnexae:adnexa fossae:fossa maxillae:maxilla lacunae:lacuna cisternae:cisterna valvulae:valvula " +
    "areolae:areola patellae:patella ampullae:ampulla laminae:lamina rami:ramus fundi:fundus meatus:meatus ostia:ostium " +
    "crura:crus cornua:cornu epiphyses:epiphysis metaphyses:metaphysis diaphyses:diaphysis apophyses:apophysis " +
    "physes:physis prostheses:prosthesis anastomoses:anastomosis scolices:scolex varices:varix calices:calix calyces:calyx"
  )
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** One spelling and the singular: "tumours" -> "tumor", "vertebrae" -> "vertebra", "calcifies" -> "calcify". */
export function baseForm(lower: string): string {
  const known = irregular[lower];
  if (known) return oneSpelling(known);
  const word = oneSpelling(lower);
  const again = irregular[word];
  if (again) return again;
  if (word.length < 4 || /(?:ss|us|is|as|os)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const endings = (
  "ifications ification izations ization ations ation ements ement ments ment iveness ically ities ified ifying " +
  "ized izing izes ize ives ive ical ally osis oses otic atic itic ions ion ing ity ies ied iferous ous ance ence " +
  "able ible ness eal ial ual al ic ed es ly or er y e s is us um a i ar"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);

const stems = new Map<string, string>();

/**
 * What a word has in common with its derivations: "calcified", "calcification" -> "calcif"; "stenotic", "stenosis" ->
 * "sten". Coarse: two endings at most are taken off; four letters stay after the first, five after the second.
 */
export function wordStem(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  let stem = baseForm(lower);
  for (let round = 0; round < 2; round += 1) {
    const ending = endings.find((end) => stem.length - end.length >= 4 + round && stem.endsWith(end));
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  if (/([bdfglmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  if (stems.size < 50_000) stems.set(lower, stem);
  return stem;
}
