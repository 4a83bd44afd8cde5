import type { Plane, StackView } from "@/lib/cases/types";

/** Rows x columns of viewports. */
export const layoutNames = ["1x1", "1x2", "2x1", "2x2", "2x3"] as const;
export type LayoutName = (typeof layoutNames)[number];

/** As many viewports as the largest layout has; smaller layouts show a part of them. */
export const mostCells = 6;

/** The screen that images are hung on, CSS pixels: the window, and what of it belongs to the viewports. */
export interface Room {
  readonly windowWidth: number;
  readonly width: number;
  readonly height: number;
}

/** How a picture is turned when it is hung; the reader may turn it otherwise. */
export interface HungView {
  readonly mirrored?: boolean;
  readonly rotation?: 0 | 90 | 180 | 270;
  /** The edge of the viewport that the picture lies against. */
  readonly align?: "left" | "right";
}

/** What a rule knows of a stack. Free text was reduced to imaging words at import. */
export interface HangImage {
  readonly stackId: string;
  readonly seriesId: string;
  readonly modality: string;
  readonly kind: StackView["kind"];
  readonly plane: Plane | null;
  /** What the rail calls it. */
  readonly label: string;
  /** Lower-case words of label and series description. */
  readonly words: readonly string[];
  readonly bodyPart: string | null;
  readonly slices: number;
  readonly side: "R" | "L" | null;
  /** View Position (PS3.3 C.8.7.3), upper case. */
  readonly view: string | null;
  /** Patient Orientation: where rows run to, where columns run to. */
  readonly orientation: readonly [string, string] | null;
  /** "1a"; null for what is no figure. */
  readonly figure: string | null;
  /** A panel cut from a figure that is itself in the case. */
  readonly panel: boolean;
  /** A figure that panels were cut from. */
  readonly compound: boolean;
  readonly studyId: string | null;
  /** Day of the study on a calendar of its own for each patient: only differences mean something. */
  readonly studyDay: number | null;
}

/** What goes where: by cell, in reading order. */
export interface Arrangement {
  readonly layout: LayoutName;
  readonly cells: readonly (string | null)[];
  /** By stack; what is not named hangs as it was recorded. */
  readonly views: Readonly<Record<string, HungView>>;
  /** Whether the viewports are scrolled together from the start; absent = as they were, at first not. */
  readonly linked?: boolean;
  /** In place of the rule's own name, where it knows better. */
  readonly label?: string;
}

/** One way to hang. Pure; null = this case is not of its kind. */
export interface HangingRule {
  readonly id: string;
  /** Follows "Hung by:". */
  readonly label: string;
  readonly hang: (images: readonly HangImage[], room: Room) => Arrangement | null;
}

/** The rule that hung a case, and what it made of it. */
export interface Hanging extends Arrangement {
  readonly ruleId: string;
  readonly ruleLabel: string;
  /** Rule and modality: the kind of case that a personal layout is for, e.g. "mammography:MG". */
  readonly kind: string;
}
