/** Whose image it is: sex, age, birth at term or before. A row is "value: wording | wording". */
export const enPatients = {
  sex: `
    F: woman | female | girl | lady | she | her | hers | herself | mother | gravida | schoolgirl
    M: man | male | boy | gentleman | he | his | him | himself | father | schoolboy
  `,
  ageGroup: `
    0-1: infant | baby
    0-0.1: neonate | newborn
    0-17: child | boy | girl | pediatric
    1-4: toddler
    10-19: adolescent | teenager | teenage
    17-200: adult | man | woman | gentleman | lady
    60-200: elderly | old age
    38-66: middle aged
  `,
  /** Age in years from one to the other: "in his fifties". */
  decade: `
    20-29: twenties | 20s | third decade of life | third decade
    30-39: thirties | 30s | fourth decade of life | fourth decade
    40-49: forties | 40s | fifth decade of life | fifth decade
    50-59: fifties | 50s | sixth decade of life | sixth decade
    60-69: sixties | 60s | seventh decade of life | seventh decade
    70-79: seventies | 70s | eighth decade of life | eighth decade
    80-89: eighties | 80s | ninth decade of life | ninth decade
    90-99: nineties | 90s
  `,
  maturity: `
    preterm: preterm | premature | born prematurely | prematurely born | born preterm
    term: term neonate | term newborn | term infant | term baby | full term | born at term | at term | term boy | term girl
    postterm: post term | postmature
  `,
} as const;
