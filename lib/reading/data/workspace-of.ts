import type { Actor } from "@/lib/auth/types";
import { imagesOf, picturesOf, sourceRegionsOf } from "@/lib/cases/data/content";
import { placeOf } from "@/lib/cases/data/worklist";
import { mayCut } from "@/lib/cases/permissions";
import { caseLabel, placePictures } from "@/lib/cases/rules";
import { database } from "@/lib/db/client";
import { loadCaseFacts } from "@/lib/drafting/data/check-facts";
import { layoutsOf } from "@/lib/hanging/data";
import { openReading } from "../mutations/open-reading";
import type { ReadingWorkspace } from "../types";
import { checksOf } from "./checks";
import { caseHeading, readingOf, textsOf } from "./workspace";

export type LoadedReading =
  | { readonly ok: true; readonly workspace: ReadingWorkspace }
  | { readonly ok: false; readonly reason: "not-found" | "held" | "full" | "not-ready" };

/**
 * Everything the workspace of a case needs. Opening a case for the first time takes one of its places, so links to it
 * must not be prefetched. Nothing of another reader is asked for.
 */
export async function workspaceOf(actor: Actor, caseId: string): Promise<LoadedReading> {
  const opened = await openReading(actor, caseId);
  if (!opened.ok) return opened;
  const { id, projectId, role, round } = opened.case;
  const [reading, heading, pictures, texts, checks, facts, sourceRegions, place, layouts] = await Promise.all(
    [
      readingOf(opened.readingId),
      caseHeading(id),
      picturesOf(id),
      textsOf(id, round),
      checksOf(id, round),
      loadCaseFacts(await database(), id),
      sourceRegionsOf(id),
      placeOf({ actor, projectId, role }, id),
      layoutsOf(actor),
    ],
  );
  const { stacks, images } = placePictures(pictures.stacks, await imagesOf(id, pictures.stacks));
  const { number, settings, title, state, age, sex, project } = heading;
  return {
    ok: true,
    workspace: {
      reading,
      case: { id, label: caseLabel(number), title, project, state, age, sex },
      stacks,
      instances: pictures.instances,
      images,
      ...texts,
      checks,
      facts,
      sourceRegions,
      layouts,
      mayCut: reading.state === "open" && mayCut(role, heading.panels),
      settings,
      user: { id: actor.id, name: actor.name },
      place,
    },
  };
}
