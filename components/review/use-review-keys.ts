"use client";
import { useEffect, useMemo, useRef } from "react";
import { useBindings, useControls } from "@/components/controls/controls-context";
import type { KeyBinding } from "@/components/ui/keys";
import { useKeys } from "@/components/ui/use-keys";
import { type ViewportKey, viewportKeys } from "@/components/viewer/keymap";
import { runViewportKey } from "@/components/viewer/keys";
import { faceMetadata, windowPresets } from "@/components/viewer/presets";
import { viewerTools } from "@/components/viewer/types";
import { rejectReasons } from "@/lib/reading/schema";
import type { Review } from "./context";
import { beginCutting } from "./cropper/begin";
import {
  accept,
  addOwn,
  beginEdit,
  beginReject,
  cannotJudge,
  rate,
  saveEdit,
  say,
  toggleReason,
  undo,
} from "./decide";
import { toggleContext } from "./documents/acts";
import { beginOverride, chooseOverride, dismissFocused, focusedFix, goToNextFlag } from "./flags/acts";
import { chooseMark, markWords, moveMark } from "./flags/mark";
import { hangAsRule } from "./hanging";
import { imageWait } from "./image-wait";
import { type ReviewKey, reviewKeys } from "./keymap";
import { moveFocus } from "./navigate";
import { useGo } from "./opening/use-go";
import { nextPanel } from "./panels";
import { toggleKeySlice } from "./slices";
import { submitCase } from "./submit";
import { turnView, viewTurns } from "./view-turns";
import { type DraftLook, doingNothing } from "./workspace-store";

/** Milliseconds after which the key of the overlays counts as held: letting go shows the overlays again. */
const heldAfter = 350;
const lookAfter: Readonly<Record<DraftLook, DraftLook>> = { draft: "diff", diff: "side", side: "draft" };

/** Leaves one level: the text field, what is being done, the selected region, the folded-out rail. */
function goUp({ ui, viewer }: Review): boolean {
  const active = document.activeElement;
  if (
    active instanceof HTMLElement &&
    active.matches("input:not([type=radio],[type=checkbox]), textarea, select")
  ) {
    active.blur();
    return true;
  }
  const { doing, railOpen } = ui.getState();
  if (doing.kind !== "nothing") ui.setState({ doing: doingNothing });
  else if (viewer.getState().cancelDrawing()) return true;
  else if (viewer.getState().selectedRegionId !== null) viewer.getState().selectRegion(null);
  else if (railOpen) ui.setState({ railOpen: false });
  else return false;
  return true;
}

function presetWindow({ viewer, workspace }: Review, place: number): boolean {
  const { stacks, cells, activeCell, setWindow } = viewer.getState();
  const stack = stacks.find(({ id }) => id === cells[activeCell]);
  const preset = stack && windowPresets(stack, faceMetadata(stack, workspace.instances))[place - 1];
  if (!stack || !preset) return false;
  setWindow(stack.id, { center: preset.center, width: preset.width });
  return true;
}

/** Reason or rating, whichever is being asked for. */
function digit(review: Review, value: number): void {
  const reason = rejectReasons[value - 1];
  const doing = review.ui.getState().doing.kind;
  if (doing === "overriding") chooseOverride(review, value);
  else if (doing === "marking") chooseMark(review, value);
  else if (doing === "rejecting" && reason) toggleReason(review, reason);
  else if (value <= 5) rate(review, value);
}

/** While words are marked the arrows move their edges: left and right the end, up and down the start. */
const edgeKeys: Partial<Record<ReviewKey, readonly ["start" | "end", 1 | -1]>> = {
  "time-back": ["end", -1],
  "time-on": ["end", 1],
  "slice-up": ["start", -1],
  "slice-down": ["start", 1],
};

/** Enter belongs to the flag in focus, and to the browser where it has no fix. */
function fixFocused(review: Review, decides: () => boolean): boolean {
  const fix = focusedFix(review);
  if (fix && decides()) fix();
  return fix !== null;
}

/** Does what a key of the map means. False lets the key go on to the browser. */
function act(review: Review, id: ReviewKey, go: (path: string) => void): boolean {
  const { ui, viewer, workspace, readOnly } = review;
  const state = viewer.getState();
  const tool = viewerTools.find((one) => one === id);
  if (tool) {
    state.setTool(tool);
    return true;
  }
  const turn = viewTurns.find((one) => one === id);
  if (turn) {
    turnView(viewer, turn);
    return true;
  }
  const decides = () => {
    const wait = imageWait(viewer.getState());
    if (readOnly) say(review, "This reading is submitted.");
    else if (wait) say(review, wait);
    return !readOnly && wait === null;
  };
  const edge = ui.getState().doing.kind === "marking" ? edgeKeys[id] : undefined;
  if (edge) {
    moveMark(review, ...edge);
    return true;
  }
  const number = Number(id.split("-")[1]);
  if (id.startsWith("preset-")) return presetWindow(review, number);
  if (id.startsWith("digit-")) {
    if (decides()) digit(review, number);
    return true;
  }
  switch (id) {
    case "next":
      moveFocus(review, 1);
      return true;
    case "previous":
      moveFocus(review, -1);
      return true;
    case "accept":
      if (decides()) accept(review);
      return true;
    case "accept-anyway":
      if (decides()) beginOverride(review);
      return true;
    case "next-flag":
      goToNextFlag(review);
      return true;
    case "fix-flag":
      return fixFocused(review, decides);
    case "wrong-flag":
      if (decides()) dismissFocused(review);
      return true;
    case "mark-words":
      if (decides()) markWords(review);
      return true;
    case "edit":
      if (decides()) beginEdit(review);
      return true;
    case "reject":
      if (decides()) beginReject(review);
      return true;
    case "cannot-judge":
      if (decides()) cannotJudge(review);
      return true;
    case "add":
      if (!readOnly) addOwn(review);
      return true;
    case "context":
      toggleContext(review);
      return true;
    case "view":
      ui.setState({ look: lookAfter[ui.getState().look] });
      return true;
    case "undo":
      if (!readOnly) undo(review);
      return true;
    case "save-text":
      saveEdit(review);
      return true;
    case "submit":
      void submitCase(review, go);
      return true;
    case "previous-case":
    case "next-case": {
      const target = id === "next-case" ? workspace.place.next : workspace.place.previous;
      if (target) go(`/cases/${target}`);
      return true;
    }
    case "slice-up":
      state.step(-1);
      return true;
    case "slice-down":
      state.step(1);
      return true;
    case "slice-up-5":
      state.step(-5);
      return true;
    case "slice-down-5":
      state.step(5);
      return true;
    case "time-back":
    case "time-on": {
      const step = id === "time-on" ? 1 : -1;
      const stack = state.stacks.find((one) => one.id === state.cells[state.activeCell]);
      if (stack && stack.times > 1) state.stepTime(step);
      else state.step(step);
      return true;
    }
    case "key-slice":
      if (decides()) toggleKeySlice(review);
      return true;
    case "layout":
      state.cycleLayout();
      return true;
    case "layouts":
      ui.setState({ dialog: { kind: "layouts" } });
      return true;
    case "cut-panels":
      beginCutting(review);
      return true;
    case "hang-rule":
      hangAsRule(review);
      return true;
    case "next-series":
    case "previous-series":
      state.stepSeries(id === "next-series" ? 1 : -1);
      return true;
    case "cine":
      state.togglePlaying();
      return true;
    case "overlays":
      state.toggleOverlays();
      return true;
    case "zoom-in":
    case "zoom-out":
      state.zoomBy(id === "zoom-in" ? 1.25 : 0.8);
      return true;
    case "fit":
      state.setView(state.activeCell, { ...state.views[state.activeCell], zoom: 1, center: null });
      return true;
    case "maximise":
      state.toggleMaximised(state.activeCell);
      return true;
    case "delete-region":
      if (readOnly || state.selectedRegionId === null) return false;
      state.deleteSelected();
      return true;
    case "sheet":
      ui.setState({ dialog: { kind: "keyboard" } });
      return true;
    case "commands":
      ui.setState({ dialog: { kind: "commands" } });
      return true;
    case "panel":
      return nextPanel();
    case "up":
      return goUp(review);
    default:
      return false;
  }
}

export type ReadingBinding = KeyBinding<ReviewKey> | KeyBinding<ViewportKey>;

/** The keyboard of the reading workspace. Returns what does the action of a binding. */
export function useReviewKeys(review: Review): (binding: ReadingBinding) => void {
  const go = useGo();
  const { controls } = useControls();
  const bindings = useBindings(reviewKeys);
  const inViewport = useMemo(
    () => [...bindings].sort((one, other) => Number(other.group === "Image") - Number(one.group === "Image")),
    [bindings],
  );
  const overlaysDown = useRef<{ readonly code: string; readonly at: number } | null>(null);
  useKeys(
    (active) => (active?.closest("[data-viewport]") ? inViewport : bindings),
    controls.singleKeys,
    (id, event) => {
      if (id === "overlays") overlaysDown.current = { code: event.code, at: event.timeStamp };
      return act(review, id, go);
    },
  );
  useEffect(() => {
    const released = (event: KeyboardEvent) => {
      const down = overlaysDown.current;
      if (down === null || event.code !== down.code) return;
      if (event.timeStamp - down.at > heldAfter) review.viewer.getState().toggleOverlays();
      overlaysDown.current = null;
    };
    window.addEventListener("keyup", released);
    return () => window.removeEventListener("keyup", released);
  }, [review]);
  return (binding) => {
    const id = reviewKeys.find((one) => one.group === binding.group && one.id === binding.id)?.id;
    if (id) act(review, id, go);
    else runViewport(review, binding);
  };
}

function runViewport({ viewer }: Review, { id }: ReadingBinding): void {
  const known = viewportKeys.find((one) => one.id === id);
  if (known) runViewportKey(known.id, viewer, viewer.getState().activeCell);
}
