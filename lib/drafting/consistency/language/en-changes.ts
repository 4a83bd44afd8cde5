/** Words for what changes with time, how old it is, and when it was told. A row is "value: wording | wording". */
export const enChanges = {
  change: `
    new: new | had not been seen | had not been present | had not been visible | not been present | was not there | not been seen | not been visible before | was not visible before | newly | developed | arose | emerged | came up | newly appeared | has appeared | have appeared | had appeared | has developed | have developed | newly developed | interval development | not previously seen | not present previously | not seen previously | was not present | not present on the previous | not present on the prior | new since
    same: unchanged | unaltered | stable | no change | no interval change | without change | no significant change | static | stationary | has not changed | have not changed | did not change | remains the same | constant | not changed | not significantly changed | no significant interval change | no progression | similar to the previous | similar to the prior | similar to prior | persistent | persists | persisting | persisted | same as before | remained the same | did not progress | did not grow | not progressed | not grown | not regressed | no growth | no enlargement | no regression | neither grown nor shrunk | hardly changed | little changed | already present | already been present | been present before | already been there | already seen | already visible | already there | was visible before | pre existing | preexisting | failed to improve | failed to resolve | failed to regress | still present | still visible | still seen | as before | as on the previous | as on the earlier | as on the prior | comparable to the previous | comparable to the prior | identical to the previous | no difference | no appreciable change | without interval change | without significant change | remained stable | remains stable | has remained | have remained | exactly as before | not altered | has not altered | have not altered | has not moved | fails to resolve | unchanging | unimproved | unresolved
    changed: has changed | have changed | had changed | has altered | have altered | has moved | have moved | has migrated | have migrated
    up: increased | increasing | increase | larger | bigger | grown | growing | growth | grew | enlarged | enlarging | enlargement | enlarges | progressed | progression | progressive | progressing | worse | worsened | worsening | deteriorated | deterioration | expanded | expanding | more extensive | more pronounced | more conspicuous | rose | risen | rising | higher | doubled | tripled | wider | widened | thicker | longer | more numerous | gained | advanced further | greater | extended further | spread | doubling | more severe | aggravated | aggravation | recurred | recurrence | swelled | multiplied | climbed | has extended | have extended | more intense | more intensely | more avid | more marked | more prominent | more obvious | more widespread | has advanced | have advanced | increased further | further increased | has enlarged | have enlarged | reaccumulated | reaccumulation | has become more | more dilated | more numerous than | augmented | intensified | accelerated | went up | gone up | has gone up | have gone up | had gone up | added to | more displaced | more tilted | expansion | has expanded | had expanded | gain in size | increase in size | went up from
    down: decreased | decreasing | decrease | smaller | shrunk | shrunken | shrinking | shrinkage | shrank | regressed | regression | regressing | improved | improving | improvement | reduced | reducing | reduction | diminished | diminishing | less extensive | less pronounced | less conspicuous | fell | fallen | falling | dropped | halved | lower | partial response | partially resolved | partial resolution | receded | declined | narrower | thinner | lessened | subsiding | abated | eased | halving | less severe | lessening | milder | regresses | shrinks | faded | fading | waned | contracted further | responded | less intense | less intensely | less avid | less marked | less prominent | less obvious | less widespread | narrowed further | further narrowed  | has become less | fainter | weaker | paler | shorter | went down | gone down | has gone down | have gone down | had gone down | come down | came down | fewer | less numerous | less dilated | dwindled | ebbed | slimmer | retreated | reduction in size | decrease in size | contraction | contracted
    gone: no longer | has disappeared | have disappeared | had disappeared | settled | subsided | abated completely | has gone | had gone | resolved | resolution | resolving | disappeared | disappearance | vanished | cleared | clearing | complete resolution | no longer seen | no longer visible | no longer present | no longer identified | no longer evident | complete response | completely resolved | regressed completely | gone | complete regression | re expanded | re expansion | reexpanded | reexpansion | near complete re expansion | fully re expanded | almost fully re expanded | abolished | eliminated | resorbed | went away | is gone | are gone | healed completely | has healed | have healed | no longer demonstrable | no longer detectable | completely cleared
  `,
  changeCue: `
    x: compared | comparison | since | previous | previously | prior | former | earlier | follow up | interval | ago | later | subsequent | baseline | initial | then | after | before | over | now | months | weeks | years | days | last | time | has become | have become | had become | between | serial | post treatment | therapy | treatment | recent
  `,
  /** Another time than that of the images. */
  earlierTime: `
    x: previous | previously | prior | earlier | former | before | baseline | ago | last year | last month | initial | older | old | january | february | march | april | in may | of may | june | july | august | september | october | november | december
  `,
  acuity: `
    acute: acute | acutely | hyperacute | fresh | recent
    subacute: subacute
    chronic: chronic | chronically | longstanding | long standing | old | remote | healed | long term
    gradual: gradual | gradually | slowly | slow | insidious | insidiously | progressively over
    rapid: sudden | suddenly | abrupt | abruptly | rapid | rapidly | quickly | within minutes
  `,
  timeRelation: `
    before: preoperative | preoperatively | before surgery | before treatment | pretreatment | prior to surgery | prior to treatment | before therapy | before chemotherapy
    after: postoperative | postoperatively | after surgery | after treatment | posttreatment | following surgery | following treatment | after therapy | after chemotherapy
  `,
  stage: `
    planned: is planned | are planned | was planned | were planned | planned | is scheduled | are scheduled | was scheduled | were scheduled | is intended | are intended | is awaited | is pending | to be performed | to be inserted | to be carried out
    done: has already been | have already been | had already been | had been performed | was performed | were performed | has been performed | have been performed | was carried out | were carried out | has been carried out | had been carried out | have been carried out | had been inserted | has been inserted | have been inserted | was inserted | were inserted | was completed | has taken place
  `,
  /** The side that is not the one named. */
  otherSide: `
    x: contralateral | contralaterally | opposite | other side | other breast | other kidney | other lung | other eye | other ear | other hip | other knee | other leg | other hand | other foot | other arm | other ovary | other testis | other lobe | other adrenal | other gland | other limb | other one | fellow | counterpart | opposing | far side
  `,
  /** What is said of one side holds for the other. */
  alike: `
    x: same | similar | similarly | likewise | identical | equally | symmetrical | symmetric | corresponding
  `,
  /** What has a direction. */
  movement: `
    x: shift | shifts | shifted | shifting | displaced | displaces | displacing | displacement | deviates | deviate | deviated | deviation | deviating | pushed | pushes | pushing | pulled | pulls | pulling | moved | moves | tilted | tilts | bowed | bows | rotated | rotates | rotation | drawn | dislocated | diverted
  `,
  /** Only what is there afterwards. */
  later: `
    x: residual | remaining | continued | continuing | ongoing | persisting | further | additional | any longer | any more | persistent | recurrent | leftover | left over | new | other | second | no longer | no more
  `,
} as const;
