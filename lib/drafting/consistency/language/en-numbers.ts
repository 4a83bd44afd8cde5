/** Numbers in words, and words that carry one. A row is "value: wording | wording". */
export const enNumbers = {
  countWord: `
    1: single | solitary | lone | sole | isolated | only one | just one
    2: pair | pair of | couple of | twin
    2+: multiple | several | numerous | many | multifocal | innumerable | countless | a number of
    3+: a handful of
  `,
  /** How many parts something has, in one word: values of a group exclude each other. */
  multiplicity: `
    valve=2: bicuspid aortic valve | bicuspid valve | valve is bicuspid | aortic valve bicuspid | two cusps | bicuspid | two leaflets | bileaflet
    valve=3: tricuspid aortic valve | valve is tricuspid | aortic valve tricuspid | trileaflet | three cusps | three leaflets
    valve=4: quadricuspid | four cusps
    malleoli=1: unimalleolar
    malleoli=2: bimalleolar
    malleoli=3: trimalleolar
    fetus=1: single fetus | singleton | one fetus | single live fetus | single living fetus | singleton pregnancy | single pregnancy
    fetus=2: twin | twin pregnancy | two fetuses | twin gestation
    fetus=3: triplet | triplet pregnancy | three fetuses
    chorion=1: monochorionic
    chorion=2: dichorionic
    amnion=1: monoamniotic
    amnion=2: diamniotic
    runoff=1: single vessel run off | single vessel runoff | one vessel run off | one vessel runoff
    runoff=2: two vessel run off | two vessel runoff
    runoff=3: three vessel run off | three vessel runoff
    coronary=1: single vessel disease | one vessel disease | single vessel coronary
    coronary=2: two vessel disease | double vessel disease | two vessel coronary
    coronary=3: three vessel disease | triple vessel disease | three vessel coronary
    cord=2: two vessel cord
    cord=3: three vessel cord
    parts=2: two part fracture | bipartite
    parts=3: three part fracture | tripartite
    parts=4: four part fracture
    columns=1: one column fracture | single column
    columns=2: two column fracture | two column injury
    columns=3: three column fracture | three column injury
    lead=1: single chamber pacemaker | single lead
    lead=2: dual chamber pacemaker | dual lead | dual chamber
    lead=3: biventricular pacemaker
    locules=1: unilocular | uniloculated | monolocular
    locules=2: multilocular | multiloculated | multicameral
    foci=1: unifocal | monofocal
    foci=2: multifocal | multicentric
    bones=1: monostotic
    bones=2: polyostotic
    joints=1: monoarticular
    joints=2: polyarticular | oligoarticular
    phases=1: single phase ct | monophasic
    phases=2: biphasic
    phases=3: triphasic
    condyles=1: unicondylar
    condyles=2: bicondylar
    ventricle=1: univentricular
    ventricle=2: biventricular
    kidney=1: solitary kidney | single kidney
    kidney=2: both kidneys
  `,
  ordinal: `
    1: first | 1st
    2: second | 2nd
    3: third | 3rd
    4: fourth | 4th
    5: fifth | 5th
    6: sixth | 6th
    7: seventh | 7th
    8: eighth | 8th
    9: ninth | 9th
    10: tenth | 10th
    11: eleventh | 11th
    12: twelfth | 12th
  `,
  number: `
    0.5: half
    1: one
    2: two
    3: three
    4: four
    5: five
    6: six
    7: seven
    8: eight
    9: nine
    10: ten
    11: eleven
    12: twelve | dozen | a dozen
    13: thirteen
    14: fourteen
    15: fifteen
    16: sixteen
    17: seventeen
    18: eighteen
    19: nineteen
    20: twenty
    30: thirty
    40: forty
    50: fifty
    60: sixty
    70: seventy
    80: eighty
    90: ninety
    100: hundred
  `,
  /** Parts of a whole, in percent. */
  fraction: `
    33.3: a third | one third | a third of
    66.7: two thirds
    25: a quarter | one quarter | a fourth | one fourth
    75: three quarters | three fourths
    20: a fifth | one fifth
    40: two fifths
    50: one half | half of | half the | half its | a half
  `,
  /** Words that give a duration without a number; in days. */
  duration: `
    1: next day | following day | a day | one day | the day after | yesterday | the day before | previous day | a day later
    7: a week | one week | last week | the following week | previous week | the week before
    14: a fortnight | fortnight
    30: a month | one month | last month | previous month | the following month
    365: a year | one year | last year | previous year | the following year | the year before | a year earlier
    0.0416667: an hour | one hour
    182: half a year
  `,
} as const;

/** How a unit is written, its quantity, and how many of the quantity's base unit it holds. */
export const enUnits: readonly {
  readonly quantity: string;
  readonly factor: number;
  readonly names: string;
}[] = [
  { quantity: "length", factor: 1, names: "mm | millimeter" },
  { quantity: "length", factor: 10, names: "cm | centimeter" },
  { quantity: "length", factor: 0.001, names: "µm | μm | um | micrometer | micron" },
  { quantity: "length", factor: 25.4, names: "inch | in" },
  { quantity: "length", factor: 1000, names: "m | meter | metre" },
  { quantity: "length", factor: 304.8, names: "feet | ft" },
  { quantity: "volume", factor: 1, names: "ml | milliliter | cc | cm3 | cm³ | cubic centimeter" },
  { quantity: "volume", factor: 1000, names: "l | liter" },
  { quantity: "area", factor: 1, names: "cm2 | cm² | square centimeter" },
  { quantity: "area", factor: 0.01, names: "mm2 | mm² | square millimeter" },
  { quantity: "percent", factor: 1, names: "% | percent | per cent" },
  { quantity: "attenuation", factor: 1, names: "hu | hounsfield unit | hounsfield" },
  { quantity: "angle", factor: 1, names: "° | degree | deg" },
  { quantity: "time", factor: 365, names: "year | yr" },
  { quantity: "time", factor: 30.4, names: "month | mo" },
  { quantity: "time", factor: 7, names: "week | wk" },
  { quantity: "time", factor: 1, names: "day" },
  { quantity: "time", factor: 1 / 24, names: "hour | hr | h" },
  { quantity: "time", factor: 1 / 1440, names: "minute | min" },
  { quantity: "time", factor: 1 / 86400, names: "second | sec | s" },
  { quantity: "relaxation time", factor: 1, names: "ms | msec | millisecond" },
  { quantity: "mass", factor: 1, names: "g | gram" },
  { quantity: "mass", factor: 1000, names: "kg | kilogram" },
  { quantity: "mass", factor: 0.001, names: "mg | milligram" },
  { quantity: "pressure", factor: 1, names: "mmhg | mm hg" },
  { quantity: "pressure", factor: 0.7356, names: "cmh2o | cm h2o | cm of water" },
  { quantity: "pressure", factor: 7.5, names: "kpa | kilopascal" },
  { quantity: "pressure", factor: 7500, names: "mpa | megapascal" },
  { quantity: "pressure", factor: 0.0075, names: "pa | pascal" },
  { quantity: "shift", factor: 1, names: "ppm" },
  { quantity: "flow", factor: 1, names: "ml/min" },
  { quantity: "flow", factor: 1000, names: "l/min" },
  { quantity: "volume index", factor: 1, names: "ml/m2 | ml/m²" },
  { quantity: "catheter size", factor: 1, names: "french | fr | f" },
  { quantity: "tube voltage", factor: 1, names: "kv | kvp" },
  { quantity: "effective dose", factor: 1, names: "msv" },
  { quantity: "dose", factor: 1, names: "mgy" },
  { quantity: "frequency", factor: 1, names: "mhz" },
  { quantity: "frequency", factor: 0.001, names: "khz" },
  { quantity: "frequency", factor: 0.000001, names: "hz" },
  { quantity: "velocity", factor: 1, names: "cm/s | cm per second | cm/sec" },
  { quantity: "velocity", factor: 0.1, names: "mm/s | mm per second | mm/sec" },
  { quantity: "velocity", factor: 100, names: "m/s | m/sec | meter per second" },
  { quantity: "rate", factor: 1, names: "bpm | beats per minute" },
  { quantity: "density", factor: 1, names: "g/cm3 | g/cm³ | g/ml" },
  { quantity: "field", factor: 1, names: "tesla | t" },
  { quantity: "dose", factor: 1000, names: "gy | gray" },
  { quantity: "dose", factor: 10, names: "cgy" },
  { quantity: "mass concentration", factor: 1, names: "ng/ml | µg/l | ug/l | mcg/l" },
  { quantity: "mass concentration", factor: 0.001, names: "pg/ml | ng/l" },
  { quantity: "mass concentration", factor: 1000, names: "mg/l | µg/ml | ug/ml" },
  { quantity: "mass concentration", factor: 10_000, names: "mg/dl" },
  { quantity: "mass concentration", factor: 1_000_000, names: "g/l | mg/ml" },
  { quantity: "mass concentration", factor: 10_000_000, names: "g/dl" },
  { quantity: "enzyme activity", factor: 1, names: "u/l | iu/l" },
  { quantity: "enzyme activity", factor: 1000, names: "u/ml | iu/ml" },
  { quantity: "substance concentration", factor: 1, names: "mmol/l" },
  { quantity: "substance concentration", factor: 0.001, names: "µmol/l | umol/l" },
  { quantity: "substance concentration", factor: 0.000001, names: "nmol/l" },
  { quantity: "diffusion", factor: 1, names: "mm2/s | mm²/s | mm2/sec" },
  { quantity: "b value", factor: 1, names: "s/mm2 | s/mm²" },
  { quantity: "activity", factor: 1, names: "mbq | megabecquerel" },
  { quantity: "activity", factor: 1000, names: "gbq | gigabecquerel" },
  { quantity: "activity", factor: 0.001, names: "kbq | kilobecquerel" },
  { quantity: "activity", factor: 37, names: "mci | millicurie" },
];

/** Names of figures without a unit of their own: "SUVmax of 14.2". */
export const enFigureNames =
  "suv | suvmax | suv max | suvpeak | suvmean | standardized uptake value | resistive index | resistance index | ri | pulsatility index | pi | index | ratio | cardiothoracic ratio | centiloid | calcium score | agatston score | agatston | z score | t score | volume score | ellipticity index | haller index | tbr | h m ratio";
