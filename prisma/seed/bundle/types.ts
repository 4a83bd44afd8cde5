/** `case.json` of a case bundle, as the importer reads it. */
export interface CaseBundle {
  readonly schemaVersion: 1;
  readonly caseId: string;
  readonly title: string;
  readonly source: {
    readonly name: string;
    readonly site: string;
    readonly url: string | null;
    readonly licence: string;
    readonly externalModelAllowed: boolean;
  };
  readonly patient: {
    readonly key: string | null;
    readonly age: string | null;
    readonly sex: "F" | "M" | "O" | null;
  };
  readonly group: string | null;
  readonly language: "en";
  readonly sections: {
    readonly clinicalHistory: string | null;
    readonly imagingFindings: string | null;
    readonly discussion: string | null;
    readonly differentialDiagnosis: readonly string[];
    readonly finalDiagnosis: string | null;
  };
  readonly series: readonly BundleSeries[];
  readonly images: readonly BundleImage[];
  readonly qa: readonly BundleQuestion[];
  readonly drafts: readonly BundleDraft[];
}

/** `keySlices` count from 1 in anatomical order: position grows along row x column. */
export interface BundleSeries {
  readonly id: string;
  readonly description: string | null;
  readonly files: readonly string[];
  readonly keySlices: readonly number[];
}

export type BundleImage = {
  readonly id: string;
  readonly figure: string | null;
  readonly panelOf: string | null;
  readonly caption: string | null;
  readonly modality: string | null;
  readonly regions: readonly BundleRegion[];
} & (
  | { readonly file: string }
  | { readonly series: string; readonly slice: number; readonly frame: number | null }
);

/** Points are column, row; the centre of the first pixel is 0.5, 0.5. An ellipse gives top, bottom, left and right. */
export interface BundleRegion {
  readonly kind: "ellipse" | "rectangle" | "freehand" | "arrow" | "length" | "probe";
  readonly points: readonly (readonly [number, number])[];
  readonly label: string;
}

export interface BundleQuestion {
  readonly image: string | null;
  readonly question: string;
  readonly options: readonly string[];
  readonly answerIndexes: readonly number[];
  readonly answer: string;
  readonly reasoning: string | null;
  readonly answerType: "closed" | "open" | null;
  readonly sourceQid: string | null;
}

export type DraftQuestion = Pick<
  BundleQuestion,
  "question" | "options" | "answerIndexes" | "answer" | "reasoning"
>;

export interface BundleDraft {
  readonly kind: "caption" | "findings" | "discussion" | "qa";
  readonly image: string | null;
  readonly text: string | null;
  readonly qa: DraftQuestion | null;
  readonly method: string;
  readonly model: string | null;
  readonly promptVersion: string | null;
}

/** A case as the demo makes it: its description, and its files by relative path, made when asked for. */
export interface DemoCase {
  readonly bundle: CaseBundle;
  readonly files: () => AsyncGenerator<DemoFile> | Generator<DemoFile>;
}

export interface DemoFile {
  readonly path: string;
  readonly content: Uint8Array;
}
