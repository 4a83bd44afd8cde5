import type { Actor } from "@/lib/auth/types";
import { imagesOf, picturesOf } from "@/lib/cases/data/content";
import { type Gate, readableCase } from "@/lib/cases/data/gate";
import { caseLabel, placePictures } from "@/lib/cases/rules";
import { database } from "@/lib/db/client";
import { layoutsOf } from "@/lib/hanging/data";
import { emptyItems } from "../rules";
import type { OwnReadingId, ReadingItems, ReadingWorkspace } from "../types";
import { caseHeading, readingOf, textsOf } from "./workspace";

/** What decides which picture a case opens with. */
export type CasePeek = Pick<
  ReadingWorkspace,
  "stacks" | "instances" | "images" | "layouts" | "drafts" | "settings"
> & {
  readonly label: string;
  readonly title: string;
  readonly items: ReadingItems;
};

/** Looks into a case that may be opened next. It takes no place and begins no reading; the gate is that of its pixels. */
export async function peekAt(actor: Actor, caseId: string): Promise<Gate<{ readonly peek: CasePeek }>> {
  const gate = await readableCase(actor, caseId);
  if (!gate.ok) return gate;
  const { id, round } = gate.case;
  const own = await (await database()).reading.findUnique({
    where: { caseId_readerId_round: { caseId: id, readerId: actor.id, round } },
    select: { id: true },
  });
  const [reading, { number, title, settings }, pictures, { drafts }, layouts] = await Promise.all([
    own ? readingOf(own.id as OwnReadingId) : null,
    caseHeading(id),
    picturesOf(id),
    textsOf(id, round),
    layoutsOf(actor),
  ]);
  const placed = placePictures(pictures.stacks, await imagesOf(id, pictures.stacks));
  const items = reading?.items ?? emptyItems;
  const { instances } = pictures;
  const words = { label: caseLabel(number), title, settings };
  return { ok: true, peek: { ...words, ...placed, instances, layouts, drafts, items } };
}
