const ranked = (verbs: string, ranks: string, nouns: string): string =>
  verbs
    .split(" | ")
    .flatMap((verb) =>
      ranks.split(" | ").flatMap((rank) => nouns.split(" | ").map((noun) => `${verb} the ${rank} ${noun}`)),
    )
    .join(" | ");

/** "Is considered the leading possibility", in all its words. */
const leading = ranked(
  "is | was | remains | is considered | was considered | is thought | is regarded as | as",
  "leading | main | primary | first | foremost | favored | top | prime | most likely | most probable | principal",
  "possibility | consideration | diagnosis | differential | differential diagnosis | candidate | explanation | cause | hypothesis | suspicion",
);

/** Words that carry a value which drafts get wrong. A row is "value: wording | wording"; longer wordings win over shorter. */
export const enValues = {
  side: `
    left: left | left sided | to the left | left hand | lt | sinistral | os eye | leftward | leftwards
    right: right | right sided | to the right | right hand | rt | dextral | od eye | rightward | rightwards
    both: bilateral | bilaterally | both | both sides | on both sides | either side | on either side | right and left | left and right | each side | both left and right | both right and left
    one: unilateral | unilaterally
  `,
  /** "left" that is no side. */
  notSide: `
    x: on both sides of | both sides of | either side of | left in place | left untreated | are left | is left | were left | was left | left at | left over | left out | has left | have left | had left | left the | left after | left in situ | left behind | left less | left only a | left no | left a residual | left some | left little | left nothing | left more | right away | left alone | left unrepaired | a right angle | right angles | at right angle | right angled | right anterior oblique | left anterior oblique | right posterior oblique | left posterior oblique | left handed | right handed | right hander
  `,
  severity: `
    1: mild | mildly | of small volume | of small size | of mild degree | of mild severity | of minor degree | of slight degree | small in size | mild in degree | of small amount | slight | slightly | minimal | minimally | minor | subtle | trace | tiny | small | low grade | faint | faintly | borderline | small amount of | little amount of | small volume | well differentiated | diminutive | mild degree | trivial | trivially | negligible | scant | scanty | incipient | modest | modestly | limited amount of | a little | a trace of | discreet | barely visible | very small | very mild | small sized | grade 1 | barely | scarcely | hardly any | hardly | scarcely any | barely any | next to no | little if any | ever so slightly | only just
    2: moderate | moderately | of moderate size | of moderate volume | of moderate degree | of moderate severity | of moderate extent | of moderate amount | moderate in size | moderate in degree | moderate in extent | medium sized | intermediate grade | moderate sized | medium | moderate degree | moderately differentiated | moderate amount of
    3: severe | severely | enhances strongly | enhance strongly | enhancing strongly | strong enhancement | strong uptake | strongly enhancing | strongly avid | enhances avidly | enhance avidly | avid enhancement | enhances vividly | vivid enhancement | brisk enhancement | intense enhancement | of large volume | of large size | of severe degree | of marked degree | of high degree | severe in degree | of large amount | marked | markedly | large | huge | massive | massively | extensive | extensively | gross | grossly | profound | profoundly | pronounced | considerable | considerably | bulky | giant | high grade | advanced | substantial | large amount of | large volume | voluminous | sizeable | poorly differentiated | intense | intensely | critical | strikingly | florid | abundant | copious | heavy | heavily | sizable | high degree | tense | enormous | very large | extreme | extremely | end stage | far advanced | very severe | dramatic | dramatically | excessive | vast | large sized | high degree of
    1-2: mild to moderate | mild moderate | small to moderate
    2-3: moderate to severe | moderate to large | moderately severe | moderate to marked | moderately large
  `,
  extent: `
    good: good | excellent | excellently | satisfactory | robust | adequate | adequately
    poor: poor | poorly | inadequate | inadequately | insufficient | unsatisfactory
    partial: partial | partially | partly | incomplete | incompletely | in part | partial thickness | not complete | not completely | not fully | not entirely | partial width | non occlusive | nonocclusive
    near: subtotal | subtotally | near complete | near completely | near total | almost complete | almost completely | almost fully | nearly complete | almost total | nearly completely
    complete: complete | completely | total | totally | entire | entirely | full thickness | fully | wholly | full | through its full thickness | throughout its full thickness | in full | full width | circumferential | circumferentially | occlusive
    focal: focal | focally | localized | circumscribed
    diffuse: diffuse | diffusely | widespread | generalized
    undisplaced: undisplaced | non displaced | nondisplaced | without displacement
    displaced: displaced
    simple: simple
    complex: complex | complicated
    comminuted: comminuted | multifragmentary
    patchy: patchy
    confluent: confluent
  `,
  /** Rank of what is supposed: 0- unlikely, 0 possible, 1 probable, 1+ very probable, 2 stated, 2+ plainly so, 3 certain; of what follows (>) or precedes (<). */
  hedge: `
    0->: unlikely to be | unlikely to represent | less likely to be | rather unlikely | unlikely
    0-<: is less likely than | are less likely than | is considered less likely than | is thought less likely than | less likely than | less probable than | is unlikely | less likely | considered less likely | thought less likely | is thought unlikely | considered unlikely | thought unlikely | is improbable | is not favored | are unlikely | was unlikely | seems unlikely | is not likely | appears unlikely | was considered unlikely | is remote | remote possibility
    0>: may represent | may be | might be | may | might | could | could be | could represent | possible | possibly | questionable | query | cannot exclude | can not exclude | does not exclude | raises the possibility of | raising the possibility of | raise the possibility of | possibility of | perhaps | conceivably | equivocal for | may reflect | rule out | to exclude | not excluded | indeterminate for | may possibly | could possibly | not diagnostic of | not specific for | not pathognomonic of | not pathognomonic for | not typical of | doubtful | not certain to be | among the possibilities are | differential diagnosis includes | differential includes | differential comprises | differential diagnosis comprises | the differential lies between | the differential is between | differential contains | candidates are | possibilities include | possible diagnoses are | considerations include | considerations are | differential considerations include | the differential diagnosis is | versus | tentative | tentatively | possibly represents | possibly representing | possibly due to | may be due to | may be caused by | may indicate | may correspond to | at least possible | may suggest | could reflect | might represent | might reflect | might be due to | could be due to | could indicate | question of | in question | raises the question of | raising the question of | conceivable | potential | potentially | cannot rule out | can not rule out | unable to exclude
    0<: has to be ruled out | have to be ruled out | must be ruled out | must be excluded | has to be excluded | have to be excluded | needs to be excluded | needs to be ruled out | should be excluded | should be ruled out | to be ruled out | to be excluded | cannot be classified | cannot be characterized | could not be characterized | too small to characterize | remains unclassified | cannot be assigned | would be an alternative | is not ruled out | are not ruled out | was not ruled out | not ruled out | is not dismissed | not be dismissed | not be discounted | not be eliminated | have not been excluded | has not been excluded | has not been ruled out | have not been ruled out | had not been excluded | among the considerations | among the possibilities | among the differential diagnoses | among the diagnoses considered | are considerations | are in the differential | come into question | comes into consideration | come into consideration | enters the differential | figures in the differential | feature in the differential | features in the differential | belongs to the differential | belong to the differential | belong in the differential | is part of the differential | are part of the differential | stays in the differential | remains in the differential | remain in the differential | is differential | are the differential | are differential diagnoses | is a differential diagnosis | is still possible | are still possible | a possibility | as a possibility | as possibilities | are candidates | is a candidate | are a possibility | are one possibility | are possibilities | remain possible | remain a possibility | the question remains open | may be the cause | can look alike | may look alike | looks alike | can look the same | can resemble it | would look alike | can mimic | may mimic | cannot be told apart | cannot be distinguished | cannot be differentiated | cannot be determined | indistinguishable | one possibility | only one possibility | one of several possibilities | only one of several possibilities | only one of several | one of the possibilities | cannot be excluded | can not be excluded | could not be excluded | cannot be ruled out | can not be ruled out | could not be ruled out | is not excluded | not excluded | is possible | considered possible | is considered | remains possible | uncertain | is uncertain | unclear | equivocal | indeterminate | is questionable | are possible | not be excluded | in the differential | in the differential diagnosis | is a possibility | are considered | remains a possibility | remains uncertain | has not been proven | is not proven | has not been confirmed | is not established | is doubtful | remains doubtful | is conceivable | is in question | has not been established | was only considered | nonspecific | non specific | is a consideration | are a consideration | should be considered | must be considered | is to be considered | to be considered | is entertained | cannot be dismissed | cannot be discounted | awaits confirmation | remains to be confirmed | remains to be proven | is only possible | is merely possible | is one option | is an option | is an alternative | is another possibility | is debatable | is undetermined | is unproven | not proven | unproven | is not certain | is not clear | cannot be confirmed | could not be confirmed | could not be determined | was not excluded | is open to question
    1>: may well be | may well represent | could well be | might well be | may well reflect | presumptive diagnosis of | provisional diagnosis of | working diagnosis of | thought to be | believed to be | felt to be | thought to represent | believed to represent | presumed to be | presumed to represent | assumed to be | probability of | high probability of | probable | probably | likely | suspicious for | suspicious of | suspicion of | suspected | suspect | suggest | suggests | suggesting | suggested | suggestive of | suggestive | concerning for | favor | favors | favoring | presumed | presumably | presumptive | apparently | appears to be | appear to be | raising suspicion of | raise suspicion of | raises suspicion of | raises the suspicion of | worrisome for | thought to be | thought to represent | believed to be | felt to represent | indicating probable | seems to be | is likely to be | points towards | pointing towards | points to a diagnosis of | which points to | this points to | these point to | findings point to | appearances point to | presumed to be | considered to be | assumed to be | likely represents | likely representing | probably represents | probably reflects | likely reflects | believed to represent | leading diagnosis is | putative | provisional | working diagnosis of | in favor of | most in favor of | arouses suspicion of | arousing suspicion of | gives rise to suspicion of | make likely | makes likely | making likely | would suggest | leaning towards | are thought to be | is thought to be | is believed to be | is felt to be | is regarded as | is assumed to be | speaks for | speak for | speaking for | argues for | argue for | arguing for | is in favor of | suspiciously
    1<: is more likely than | are more likely than | was more likely than | is more probable than | are more probable than | more likely than | more probable than | is favored over | are favored over | was favored over | favored over | is preferred to | is considered more probable than | are considered more probable than | considered more probable than | considered more likely than | thought more likely than | thought more probable than | is thought more probable than | is regarded as more likely than | is judged more likely than | is judged more probable than | is thought more likely than | is considered more likely than | is thought to be the cause | must be presumed | must be assumed | has to be assumed | has to be presumed | have to be assumed | is to be assumed | is believed to be the cause | is thought to be present | is the presumptive diagnosis | is the presumed diagnosis | is the presumed cause | is the presumptive cause | is the provisional diagnosis | is the tentative diagnosis | is the putative cause | is thought to be responsible | is held responsible | favored over | is probable | is likely | is suspected | are suspected | was suspected | were suspected | is favored | are likely | is suggested | are suggested | is presumed | seems likely | appears likely | was considered likely | is thought likely | is the probable diagnosis | is the likely diagnosis | was presumed | is assumed | was thought likely | was favored | seems probable | is the working diagnosis | is believed likely | is thought probable | is felt likely | is judged likely | is judged probable | is considered likely | is considered probable | was considered probable | are probable | were likely | were probable | is to be suspected | is a likely diagnosis | is a likely cause | is the likely cause | is the probable cause | is the suspected diagnosis | is entertained as likely | is deemed likely | is deemed probable | are presumed | is inferred
    1+>: most likely | very likely | highly likely | highly suggestive of | strongly suggestive of | strongly suggests | strongly suggest | highly suspicious for | highly suspicious of | in all likelihood | most probably | very probably | probable diagnosis of | strong suspicion of | favored | almost certainly | most suggestive of | highly probable | most in keeping with | high suspicion of
    1+<: ${leading} | comes first in the differential | is considered first | are considered first | was considered first | considered first | comes first | is first in the differential | heads the differential | leads the differential | is the first differential | ranks first | is most likely | is the most likely diagnosis | is the most likely | is the favored diagnosis | is the leading consideration | is the leading diagnosis | is highly likely | is very likely | is highly probable | is the main consideration | is strongly suspected | is the most probable diagnosis | is top of the differential | is the first consideration | is considered very likely | is considered most likely | is considered highly likely | is thought most likely | is by far the most likely | is very probable | is the leading differential | is the prime consideration | is the primary consideration | is the foremost consideration | is the favored consideration | is the top differential | is strongly favored | is highly suspected | are most likely | are highly likely | is the leading hypothesis
    2>: would fit | would go with | would be compatible with | would be consistent with | would be in keeping with | would be typical of | would typically look like | would typically | would look like | goes with | go with | consistent with | in keeping with | compatible with | typical of | characteristic of | indicative of | due to | in line with | corresponds to | corresponding to | reflecting | consistent | typical for | characteristic for | classical for | classic for | fits | fitting
    2+>: represents | representing | represent | indicating | indicates | is a | is an | is | are | was | were | constitutes | caused by
    3>: definite | definitely | definitive | definitively | diagnostic of | confirms | confirmed | confirming | confirm | proven | proves | prove | proved | proving | certain | certainly | unequivocal | unequivocally | pathognomonic of | pathognomonic for | establishes | establish | established | conclusive for | conclusively | undoubtedly | without doubt | clearly represents | beyond doubt | clearly | evidently | no doubt | histologically proven | biopsy proven | confirmatory of | confirms the diagnosis of | unquestionably | indisputable | indisputably | obvious | obviously | unmistakable | unmistakably | must represent | must be | can only be | surely | verified | known | confidently | with confidence | for sure | is certain to be | leaves no doubt | no other diagnosis | beyond any doubt | is definitely | are definitely | is certainly | are certainly | is clearly | unambiguous | unambiguously | there is no doubt | there can be no doubt | undeniably | incontrovertible | incontrovertibly | with absolute certainty | decisively | decisive for | secures the diagnosis of | makes the diagnosis of | is the result of | settles the diagnosis of | assuredly | is undoubtedly | are undoubtedly | is unquestionably | is unmistakably | is unequivocally | is obviously | is evidently | is plainly | has proven
    3<: is confirmed | was confirmed | are confirmed | were confirmed | is proven | was proven | is certain | is definite | with certainty | is established | was established | is diagnostic | is pathognomonic | for certain | is beyond doubt | is unequivocal | is conclusive | is diagnosed | was diagnosed | has been confirmed | has been proven | can be diagnosed | has been established | is undoubted | are definite | is not in doubt | can be diagnosed with confidence | is proved | was proved | is the only possible diagnosis | has been diagnosed | was verified | is undeniable | is unmistakable | is clear cut | is beyond question | is secured | is assured | is unambiguous | is certain to be present | is verified | has been verified | with absolute certainty | is incontrovertible | can be stated with certainty | is proven beyond doubt | is a certainty | is the definite diagnosis | is the definitive diagnosis | is the established diagnosis | is the confirmed diagnosis | is the certain diagnosis | is not open to doubt | leaves no room for doubt | beyond question | beyond all doubt | beyond any question | beyond reasonable doubt | without question | without any doubt | without any question | with complete certainty | with full confidence | with full certainty | is certain beyond doubt | to a certainty | is the diagnosis beyond doubt
  `,
  negBefore: `
    x: losing | deny | denying | refutes | disproves | disproved | cease to | ceases to | no trace of | no hint of | no proof of | exclude | ruling out | no | not | without | argues against | argue against | arguing against | speaks against | speak against | lost its | loses its | lost their | ceased to | stopped | free of any | deprived of | none of the | neither of the | no evidence of | no sign of | no signs of | absence of | absent | lack of | lacks | lacked | lacking | lack | free of | free from | clear of | negative for | never | neither | nor | none of | none | denies | denied | devoid of | fails to | failed to | failure of | failure to | non | no convincing | without evidence of | no demonstrable | no definite | no detectable | no visible | no discernible | rather than | instead of | did not | does not | do not | is not | are not | was not | were not | has not | have not | had not | cannot | rules out | ruled out | excludes | excluding | exclusion of | nothing to suggest | no longer | nothing | isnt | arent | wasnt | werent | doesnt | dont | didnt | hasnt | havent | spares | sparing | spared | resolution of | disappearance of | clearance of | cessation of | without any | no indication of | unassociated with | un | no suggestion of | nonvisualization of | non visualization of | in the absence of
  `,
  negAfter: `
    x: has cleared | have cleared | had cleared | resolved | subsided | went away | has gone | have gone | had gone | ceased | stopped | has subsided | have subsided | has disappeared | have disappeared | had disappeared | disappeared | has vanished | have vanished | vanished | has resolved | have resolved | had resolved | is gone | are gone | was gone | has cleared up | have cleared up | has completely resolved | have completely resolved | has stopped | have stopped | had stopped | had ceased | has ceased | have ceased | ceased | is nowhere seen | is not found | is not demonstrated | was not found | was not demonstrated | did not show | is nonexistent | are nonexistent | does not exist | is not shown | are not shown | is unseen | remains unseen | is not to be seen | has not occurred | has not developed | have not developed | had not developed | was never seen | did not appear | did not recur | did not develop | did not persist | is not discernible | is not suspected | are not suspected | is not suggested | is absent | are absent | was absent | were absent | not seen | not identified | not detected | not present | not evident | not visible | not visualized | not demonstrated | not found | not observed | not noted | not apparent | not appreciated | not shown | not encountered | not demonstrable | not detectable | not recognized | not discernible | not confirmed | not revealed | not in evidence | not forthcoming | nowhere seen | not confirmed | is lacking | are lacking | was lacking | were lacking | lacking in | wanting | is not the case | was not the case | did not occur | does not occur | could not be seen | could not be identified | could not be found | cannot be seen | cannot be identified | could not be demonstrated | not be seen | not be found | not be identified | not be demonstrated | is not a feature | absent | is excluded | are excluded | was excluded | were excluded | is ruled out | was ruled out | are ruled out | were ruled out | has been excluded | has been ruled out | have been excluded | no longer seen | no longer visible | no longer present | no longer identified | not convincingly seen | not clearly seen | not definitely seen | not currently present | not depicted | not displayed | can be excluded | can be ruled out | negative | not reported | is missing | are missing | not occur | not occurred | not happen
  `,
  normal: `
    x: in continuity | its continuity is preserved | compressible | fully compressible | freely compressible | compresses fully | compress fully | compresses completely | compress completely | compresses normally | can be compressed | is compressible | normally aligned | in normal alignment | properly aligned | correctly aligned | anatomically aligned | in alignment | normally located | normally positioned | normally placed | correctly placed | correctly positioned | in correct position | in the correct position | well positioned | properly placed | in good position | in satisfactory position | in proper position | normally formed | normally developed | normally shaped | normally mineralized | normally aerated | normally opacified | normally perfused | fully aerated | well pneumatised | well defined and intact | uninterrupted | not injured | uninjured | not torn | of normal thickness | normal thickness | a normal thickness | of normal width | normal width | of normal caliber | normal caliber | normal in caliber | normal in size | normal in width | normal in thickness | of normal appearance | normal size | normal configuration | innocent | blameless | without pathology | without pathological findings | without findings | well expanded | fully expanded | well ventilated | well opacified | freely patent | widely patent | within the normal range | in the normal range | within normal range | at the upper limit of normal | age appropriate | appropriate for age | as expected for age | unimpaired | untouched | unscathed | unharmed | unbroken | continuous | normal | normally | free of disease | free of significant disease | without significant disease | without relevant disease | disease free | negative | unremarkable | intact | clear | patent | preserved | spared | uninvolved | unaffected | quiet | unthreatened | not threatened | not at risk | within normal limits | maintained | aerated | well aerated | well pneumatized | healthy | no abnormality | without abnormality | not affected | not involved | undamaged | unobstructed | physiological | physiologic | of normal calibre | of normal size | symmetrical | symmetric | nondilated | non dilated | in normal position | normal sized | competent | congruent | uncompressed | undilated | nonthrombosed | in anatomical alignment | well aligned | normal appearing | well perfused | clean | unaltered
  `,
  abnormal: `
    x: has significant disease | have significant disease | shows significant disease | has disease | non compressible | incompressible | not compressible | cannot be compressed | could not be compressed | does not compress | do not compress | did not compress | crossed | breached | violated | transgressed | affected | involved | positive | abnormal | impaired | compromised | damaged | not intact | not normal | not patent | pathological | pathologic | suspicious looking | diseased | pathologically | hypermetabolic | threatened
  `,
  /** Verbs that say a part is not spared. */
  involves: `
    x: cross | crosses | crossing | traverse | traversing | involve | involving | invade | invading | enter | entering | affect | affecting | extend into | extending into | extend through | extending through | disrupt | disrupting | breach | breaching | penetrate | penetrating | infiltrate | infiltrating | erode | eroding | encase | encasing | destroy | destroying | transgress | violate | spread into | spreading into | grow into | growing into | break through | breaking through
  `,
  comparator: `
    <: less than | under | below | fewer than | smaller than | not exceeding | no more than | at most | up to | < | lower than | up to a maximum of | none larger than | none greater than | none bigger than | none exceeding | none more than | none above | none over | no larger than | no greater than | no bigger than | no longer than | not larger than | not greater than | not more than | not over | not above | not beyond | never more than | never exceeding | a maximum of | maximum of | maximally | as large as | as much as | as long as | as wide as | none wider than | none longer than
    >: more than | over | above | greater than | exceeding | at least | exceeds | > | larger than | higher than | not less than | no less than | not below | not under | not smaller than | none smaller than | a minimum of | minimum of | in excess of | upwards of | beyond | longer than | wider than | thicker than | deeper than
  `,
  approx: `
    x: about | approximately | around | roughly | nearly | almost | circa | ca | some | approx | close to | just under | just over | an estimated
  `,
  colour: `
    red: red
    white: white
    black: black
    yellow: yellow
    blue: blue
    green: green
    orange: orange
    purple: purple | violet
    pink: pink | magenta
    gray: gray
    cyan: cyan
    brown: brown
  `,
  markerShape: `
    arrow: arrow
    arrowhead: arrowhead | arrow head
    asterisk: asterisk | star | *
    circle: circle | ring marker | oval marker | encircled | ellipse
    box: box | square | rectangle
    cross: crosshair | cross marker | plus sign | caliper cross
    triangle: triangle
    line: line marker | dashed line | dotted line
    bracket: bracket
    calipers: caliper
    dot: dot marker
  `,
  markerStyle: `
    open: open | hollow
    solid: solid | filled
    curved: curved
    straight: straight
    short: short
    long: long
    dotted: dotted
    dashed: dashed
    thin: thin
    thick: thick
    small: small
    large: large
    double: double | double headed
    notched: notched
  `,
  markerVerb: `
    >: mark | marking | marked | point | pointing | indicate | indicating | indicated | show | showing | shown | denote | denoting | denoted | outline | outlining | outlined | highlight | highlighting | highlighted | designate | designating | identify | identifying | demonstrate | demonstrating | depict | depicting | surround | surrounding | encircle | encircling | delineate | delineating | signify | correspond | label | labeling | locate | enclose | enclosing | represent | lie on | sit on | overlie | directed at | directed to | placed on | superimposed on
    <: marked by | marked with | indicated by | shown by | denoted by | outlined by | highlighted by | pointed out by | labeled by | labeled with | identified by | delineated by | encircled by | pointed to by | designated by | highlighted with | outlined with | identified with | bearing | enclosed by
  `,
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
  { quantity: "velocity", factor: 100, names: "m/s | meter per second" },
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
