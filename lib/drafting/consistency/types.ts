/** Ids of the checks, as the files of the folder `checks` name them. */
export const flagKinds = [
  "attribute_swap",
  "certainty",
  "count",
  "demographics",
  "laterality",
  "level",
  "marker",
  "measurement",
  "modality",
  "negation",
  "plane",
  "sequence",
  "severity",
  "signal",
  "temporal",
  "unit",
  "unsupported",
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** Languages whose words the checks know. */
export const isCheckedLanguage = (language: string): boolean => /^en\b/i.test(language);

/**
 * Kinds that advise and do not stand in the way of accepting: on pairs that their rules had never seen, too many of their
 * flags were wrong (docs/decisions/0019). The other kinds are red.
 */
const advisoryKinds: ReadonlySet<FlagKind> = new Set(["certainty", "temporal", "unsupported"]);

/** Whether a flag of this kind keeps a draft from being accepted as it is. */
export const isRed = ({ kind }: { readonly kind: FlagKind }): boolean => !advisoryKinds.has(kind);

/** What humans wrote: the passages a draft is held against. */
export interface CheckPassage {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
}

/** What is known of the image or case without its texts. DICOM forms: Laterality L or R, patientAge "034Y". */
export interface CheckMetadata {
  readonly Modality?: string | undefined;
  readonly BodyPartExamined?: string | undefined;
  readonly Laterality?: string | undefined;
  readonly plane?: string | undefined;
  readonly sequence?: string | undefined;
  readonly sliceThicknessMm?: number | undefined;
  readonly patientSex?: string | undefined;
  readonly patientAge?: string | undefined;
}
export type MetadataField = keyof CheckMetadata;

/** What regions drawn on the image say: lengths in millimetres. */
export interface CheckRegions {
  readonly measuresMm: readonly number[];
}

export interface CheckInput {
  /** The draft, or the answer to `question`. */
  readonly text: string;
  readonly question?: string | undefined;
  readonly passages: readonly CheckPassage[];
  readonly metadata?: CheckMetadata | undefined;
  readonly regions?: CheckRegions | undefined;
}

/** Offsets count UTF-16 code units, end exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface PassageEvidence extends TextSpan {
  readonly passageId: string;
}

/** What a flag rests on: a place in a passage, a field of the metadata, or nothing (nobody says it). */
export type FlagEvidence =
  | { readonly from: "passage"; readonly span: PassageEvidence }
  | { readonly from: "metadata"; readonly field: MetadataField }
  | { readonly from: "nothing" };

export interface FlagFix extends TextSpan {
  readonly replacement: string;
}

export interface Flag extends TextSpan {
  readonly kind: FlagKind;
  readonly message: string;
  readonly evidence: FlagEvidence;
  /** One replacement in the text that removes this flag and raises no other. */
  readonly fix: FlagFix | null;
}

/** A sentence of the draft without a flag, and the source sentence that says the same. */
export interface SupportedSentence extends TextSpan {
  readonly evidence: PassageEvidence;
}

export interface CheckResult {
  readonly flags: readonly Flag[];
  readonly supported: readonly SupportedSentence[];
}

/** What a text of one image, or of the case as a whole, is held against beside the passages. */
export interface KnownFacts {
  readonly metadata: CheckMetadata;
  readonly measuresMm: readonly number[];
}

export interface CheckFacts extends KnownFacts {
  readonly passages: readonly CheckPassage[];
}

/** The facts of a case in one piece, as the server hands them to a browser. */
export interface CaseFacts {
  /** Those of an image, and of the case as a whole; null where the checks do not know the language of the case. */
  readonly passages: readonly (CheckPassage & { readonly imageId: string | null })[] | null;
  readonly whole: KnownFacts;
  /** `kin`: the figure it is a panel of, or its panels. Their passages speak of it too. */
  readonly byImage: Readonly<Record<string, KnownFacts & { readonly kin: readonly string[] }>>;
}
