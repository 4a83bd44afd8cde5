import { type MouseMap, usualMouse } from "@/components/viewer/mouse";
import type { Controls } from "@/lib/auth/schema";

export interface Profile {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  /** Keys that differ from the keymaps, by action name. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly mouse: MouseMap;
}

const usual: Profile = {
  id: "reading-room",
  label: "Reading Room",
  about: "Left drag is the tool in hand, first window. Middle pans, right zooms.",
  keys: {},
  mouse: usualMouse,
};

/** The keys that OHIF documents for its viewer. In a viewport they come before those of the review panel. */
const ohif: Profile = {
  id: "ohif-like",
  label: "OHIF-like",
  about: "The mouse of OHIF, and its keys while a viewport has the focus: R L turn, H V mirror, I inverts.",
  keys: {
    "image.rotate-right": ["r"],
    "image.rotate-left": ["l"],
    "image.flip-horizontal": ["h"],
    "image.flip-vertical": ["v"],
    "image.invert": ["i"],
    "image.cine": ["c"],
    "image.reset-view": ["Space"],
    "image.zoom-in": ["+"],
    "image.zoom-out": ["-"],
    "image.fit": ["="],
    "image.next-series": ["PageDown"],
    "image.previous-series": ["PageUp"],
    "image.preset-1": ["1"],
    "image.preset-2": ["2"],
    "image.preset-3": ["3"],
    "image.preset-4": ["4"],
    "image.preset-5": ["5"],
    "image.length": ["Shift+d"],
    "image.overlays": ["Shift+h"],
    "image.probe": ["Shift+i"],
    "viewport.back-10": ["Shift+PageUp"],
    "viewport.on-10": ["Shift+PageDown"],
  },
  mouse: usualMouse,
};

const pacs: Profile = {
  id: "pacs-like",
  label: "PACS-like",
  about: "Left drag goes through the slices until another tool is chosen. Middle pans, right is the window.",
  keys: {},
  mouse: {
    ...usualMouse,
    start: "scroll",
    drags: { ...usualMouse.drags, right: "window", "shift+left": "pan", "ctrl+left": "zoom" },
  },
};

export const profiles: readonly Profile[] = [usual, ohif, pacs];

/** The profile a person chose; the usual one where it is not known. */
export const profileOf = ({ profile }: Pick<Controls, "profile">): Profile =>
  profiles.find(({ id }) => id === profile) ?? usual;
