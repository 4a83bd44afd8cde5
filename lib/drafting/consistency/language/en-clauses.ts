import type { ClauseWords, DenialWords, DoubtWords, WordPatterns } from "../rules/word-lists";

/** How far words and marks part what stands on both sides of them. */
export const enBoundaries: Readonly<Record<string, number>> = {
  ";": 1.2,
  ":": 0.8,
  "—": 0.8,
  "–": 0.5,
  ",": 0.4,
  "(": 0.15,
  ")": 0.15,
  while: 1.2,
  whereas: 1.2,
  whilst: 1.2,
  but: 1.2,
  however: 1.2,
  although: 1.2,
  though: 1.2,
  except: 1.2,
  than: 0.7,
  which: 0.25,
  that: 0.25,
  and: 0.35,
  or: 0.15,
  with: 0.15,
  plus: 0.35,
  versus: 0.35,
  unlike: 1,
};

export const enClauses: ClauseWords<string> = {
  finite:
    "is are was were has have had show shows showed demonstrate demonstrates reveal reveals revealed measure measures measured appear appears appeared lies contain contains remain remains extend extends enhance enhances arise arises may might could can involve involves compresses displace displaces seen does do did suggest suggests represent represents indicate indicates fill fills line lines occupies projects reaches erode erodes mark marks point points make makes made argue argues support supports speak speaks raise raises exclude excludes favor favors favour favours lead leads cause causes allow allows means implies confirm confirms prove proves produce produces require requires should accompany accompanies accompanied adjoin adjoins abut abuts invade invades encase encases crosses overlies underlies precedes narrows obscure obscures harbor harbors harbour harbours bears sits persist persists persisted exceed exceeds mimics surround surrounds spreads looks looked seems seemed becomes became stays stayed keeps kept holds held carries receives touches protrudes communicates continues retains loses lost tapers deviates grew shrank fell rose went came lay ran began leans yields exhibit exhibits display displays depicts discloses provides retained feeds supplies connects penetrates traverses breaches infiltrates stops",
  and: "and",
  andOrComma: "and ,",
  or: "or nor",
  listed: "and or nor",
  asides: "being having",
  openers: "but while whereas although ; :",
  relatives: "which who",
  of: "of",
  articles: "a an the",
};

export const enDenials: DenialWords<string> = {
  deny: "not no without never",
  not: "not",
  no: "no",
  notOrNo: "not no",
  none: "none",
  nor: "nor",
  without: "without",
  free: "free",
  prefixes: "non un",
  only: "only just surprisingly",
  those: "that those",
  bothWays: "absent excluded ruled missing lacking",
  stopsBackward:
    "but while whereas although however though which with once until unless provided if when because since so therefore hence thus",
  stopsForward:
    "but while whereas although however though except apart which besides other aside because since despite notwithstanding given as once when until unless if so",
  notForward: "in on and or at from is are was were but by here as with within",
  auxiliaries: "is are was were does do did has have had",
  opensAnew: "with and the a an which while but only just merely",
  subjects: "none neither nor never nothing nobody",
  pairs: "neither nor none",
  be: "is are was were",
  beSeen: "seen is are was were",
  found:
    "seen identified present noted visible detected evident found observed demonstrated apparent shown visualized there",
  visible:
    "visible seen identified detected present evident visualized demonstrated apparent found shown appreciated",
  shown: "visible seen shown appreciated visualized",
  shownBy: "on by with at in",
  spared: "spared",
  sparedParts: "the its both all",
  nothing: "nothing none",
  but: "but",
  other: "other more else",
  than: "than but",
};

export const enDoubts: DoubtWords<string> = {
  there:
    "shown seen present demonstrated visible identified evident delineated apparent depicted there occurred developed happened",
  causes: "from due because caused secondary related reflecting representing",
  becauses: "from because due",
  goesOn: "over by in on at and but given with based than from as here for if so since until",
  modals: "may might could be",
  fillers: "also be well still have been then",
  states: "present seen there visible shown possible involved affected torn suspected",
  toldApart: "distinguished differentiated indistinguishable told apart",
  from: "from",
  may: "may",
  beforeMonth: "in of since from until last by",
  equivocal: "equivocal indeterminate unclear uncertain nonspecific",
  notNoun: "and but on in at by with as for whether because although",
  versus: "versus",
  compares: "over than",
  stops: "which that so therefore hence thus once",
  with: "with",
  over: "over",
};

export const enPatterns: WordPatterns = {
  doing: /[a-z]{3}ing$/,
  done: /e[dn]$/,
  manner: /ly$/,
  mannerOrTime: /(?:ly|yet|currently)$/,
  favor: /^favo/,
};
