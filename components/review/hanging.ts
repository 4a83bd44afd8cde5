import { v7 as newId } from "uuid";
import { visibleCells } from "@/components/viewer/store-rules";
import { hang } from "@/lib/hanging/rules/hang";
import { hangByLayout, keepArrangement } from "@/lib/hanging/rules/personal";
import { roomOf } from "@/lib/hanging/rules/room";
import type { PersonalLayout } from "@/lib/hanging/schema";
import type { Hanging } from "@/lib/hanging/types";
import type { ReadingWorkspace } from "@/lib/reading/types";
import type { Review } from "./context";
import { say } from "./decide";
import { hangCase } from "./hang-case";
import { deleteLayout, putLayout, refusalWords } from "./requests";

const roomNow = () => roomOf(window.innerWidth, window.innerHeight);

/** How a case is hung when it is opened, in the window as it is now. */
export const openHanging = (workspace: ReadingWorkspace) => hangCase(workspace, roomNow());

/** What the rule makes of the case in the window as it is now. */
export const ruleNow = (review: Pick<Review, "hangImages">): Hanging => hang(review.hangImages, roomNow());

/** Back to what the rule makes of the case. */
export function hangAsRule(review: Review): void {
  const rule = ruleNow(review);
  review.viewer.getState().rehang(rule);
  review.ui.setState({ hungBy: null });
  say(review, `Hung by rule: ${rule.ruleLabel}`);
}

/** Hangs the case by a layout of the reader's own. */
export function hangAsOwn(review: Review, layout: PersonalLayout): void {
  const { viewer, ui } = review;
  viewer.getState().rehang(hangByLayout(layout, review.hangImages, ruleNow(review)));
  ui.setState({ hungBy: layout.id });
  say(review, `Hung by your layout: ${layout.name}`);
}

async function keep(review: Review, layout: PersonalLayout): Promise<boolean> {
  const outcome = await putLayout(layout);
  if (!outcome.ok) {
    say(review, refusalWords(outcome));
    return false;
  }
  review.ui.setState({ layouts: outcome.layouts });
  return true;
}

/** Keeps what is seen as a layout of this kind of case. A layout of the same name is replaced. */
export async function saveArrangement(review: Review, name: string, standard: boolean): Promise<boolean> {
  const { ui, viewer, hangImages: images } = review;
  const { kind } = ruleNow(review);
  const { layout, activeCell, cells, views, linked } = viewer.getState();
  const same = ui.getState().layouts.find((one) => one.kind === kind && one.name === name);
  const kept = keepArrangement(
    images,
    {
      layout,
      linked,
      cells: visibleCells(layout, activeCell).map((cell) => {
        const { mirrored, rotation, align } = views[cell];
        return { stackId: cells[cell], view: { mirrored, rotation, ...(align ? { align } : {}) } };
      }),
    },
    { id: same?.id ?? newId(), name, kind, standard },
  );
  if (!(await keep(review, kept))) return false;
  ui.setState({ hungBy: kept.id });
  say(review, `Layout saved: ${name}`);
  return true;
}

/** Makes a layout the one that opens its kind of case, or not any more. */
export const setStandard = (review: Review, layout: PersonalLayout, standard: boolean): Promise<boolean> =>
  keep(review, { ...layout, standard });

/** Forgets a layout; what is seen stays as it is. */
export async function forgetArrangement(review: Review, layout: PersonalLayout): Promise<void> {
  const outcome = await deleteLayout(layout.id);
  if (!outcome.ok) {
    say(review, refusalWords(outcome));
    return;
  }
  const { hungBy } = review.ui.getState();
  review.ui.setState({ layouts: outcome.layouts, hungBy: hungBy === layout.id ? null : hungBy });
  say(review, `Layout deleted: ${layout.name}`);
}
