import { roomOf } from "../rules/room";
import type { HangImage } from "../types";

/** An image for tests: a single CT picture unless said otherwise. */
export const imageWith = (stackId: string, part: Partial<HangImage> = {}): HangImage => ({
  stackId,
  seriesId: `series of ${stackId}`,
  modality: "CT",
  kind: "single",
  plane: null,
  label: stackId,
  words: [],
  bodyPart: null,
  slices: 1,
  side: null,
  view: null,
  orientation: null,
  figure: null,
  panel: false,
  compound: false,
  studyId: "study",
  studyDay: null,
  ...part,
});

export const large = roomOf(1920, 1080);
export const usual = roomOf(1600, 1000);
export const small = roomOf(1280, 800);
export const smallest = roomOf(1024, 768);
