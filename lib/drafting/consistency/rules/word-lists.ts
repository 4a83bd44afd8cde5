/** Lists of words that rules ask for, apart by blanks in a language pack, as sets in a lexicon. Marks count as words. */
export interface WordLists<T> {
  readonly clauses: ClauseWords<T>;
  readonly denials: DenialWords<T>;
  readonly doubts: DoubtWords<T>;
}

/** Where a clause begins and ends. */
export interface ClauseWords<T> {
  readonly finite: T;
  readonly and: T;
  readonly andOrComma: T;
  readonly or: T;
  readonly listed: T;
  /** "Bladder activity being urinary" */
  readonly asides: T;
  readonly openers: T;
  readonly relatives: T;
  readonly of: T;
  readonly articles: T;
}

/** What is denied, and how far a denial reaches. */
export interface DenialWords<T> {
  readonly deny: T;
  readonly not: T;
  readonly no: T;
  readonly notOrNo: T;
  readonly none: T;
  readonly nor: T;
  readonly without: T;
  /** Behind a hyphen: "contrast-free" */
  readonly free: T;
  readonly prefixes: T;
  /** "Not only" */
  readonly only: T;
  /** "Not that of" */
  readonly those: T;
  /** Deny what stands before them or behind them. */
  readonly bothWays: T;
  readonly stopsBackward: T;
  readonly stopsForward: T;
  /** Behind a denial that looks back. */
  readonly notForward: T;
  /** "Nor does" */
  readonly auxiliaries: T;
  readonly opensAnew: T;
  /** Deny a whole clause. */
  readonly subjects: T;
  readonly pairs: T;
  readonly be: T;
  readonly beSeen: T;
  readonly found: T;
  /** "Not yet visible" */
  readonly visible: T;
  /** "Not visible on" */
  readonly shown: T;
  readonly shownBy: T;
  readonly spared: T;
  readonly sparedParts: T;
  readonly nothing: T;
  readonly but: T;
  readonly other: T;
  readonly than: T;
}

/** What is only supposed. */
export interface DoubtWords<T> {
  /** Behind a hedge that looks back: "possibly present". */
  readonly there: T;
  readonly causes: T;
  readonly becauses: T;
  readonly goesOn: T;
  readonly modals: T;
  readonly fillers: T;
  readonly states: T;
  readonly toldApart: T;
  readonly from: T;
  readonly may: T;
  readonly beforeMonth: T;
  readonly equivocal: T;
  readonly notNoun: T;
  readonly versus: T;
  readonly compares: T;
  readonly stops: T;
  readonly with: T;
  readonly over: T;
}

/** Parts of words that tell what a word is. */
export interface WordPatterns {
  /** "Extending" */
  readonly doing: RegExp;
  /** "Extended", "seen" */
  readonly done: RegExp;
  /** "Directly" */
  readonly manner: RegExp;
  /** "Directly", "yet" */
  readonly mannerOrTime: RegExp;
  /** "Favours" */
  readonly favor: RegExp;
}
