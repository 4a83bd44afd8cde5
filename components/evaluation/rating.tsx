"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { criterionWords } from "@/components/review/words";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import type { BlindItem, BlindWork, Scores } from "@/lib/evaluation/types";
import { ratingCriteria } from "@/lib/reading/schema";
import { RateItem } from "./rate-item";
import { criterionHints } from "./words";

const isRated = ({ texts }: BlindItem, done: ReadonlyMap<string, Scores>) =>
  texts.every(({ id, scores }) => scores !== null || done.has(id));

/** The images of a comparison, one at a time, from the first that is not rated. More may come while texts are written. */
export function Rating({ work: { items, keptBack } }: { readonly work: BlindWork }) {
  const { refresh } = useRouter();
  const [done, setDone] = useState<ReadonlyMap<string, Scores>>(new Map());
  /** null: none was chosen, and the page has just come. */
  const [chosen, setChosen] = useState<string | null>(null);
  const [first, setFirst] = useState<string | null>(null);
  const opening = items.find((one) => !isRated(one, new Map())) ?? items[0];
  if (first === null && opening) setFirst(opening.id);
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === (chosen ?? first)),
  );
  const item = items[at];
  const rated = items.filter((one) => isRated(one, done)).length;
  const go = (to: number) => {
    setChosen(items[to]?.id ?? null);
    refresh();
  };
  if (!item)
    return (
      <section aria-label="Rate" className="flex flex-col gap-3">
        <KeptBack count={keptBack} />
        <div className="rounded-card border border-ln1 bg-bg1">
          <Empty title="Nothing to rate.">Images appear here once their four texts are written.</Empty>
        </div>
      </section>
    );
  return (
    <section aria-label="Rate" className="flex flex-col gap-2">
      <KeptBack count={keptBack} />
      <div className="sticky top-0 z-10 flex h-11 items-center gap-2 bg-bg0 text-12 text-fg2">
        <span aria-live="polite" className="tabular-nums">
          Image {at + 1} of {items.length}, {rated} rated
        </span>
        <Button
          className="ml-auto"
          disabledReason={at === 0 ? "This is the first image." : null}
          onClick={() => go(at - 1)}
        >
          Previous image
        </Button>
        <Button
          variant="primary"
          data-next=""
          disabledReason={at + 1 >= items.length ? "This is the last image." : null}
          onClick={() => go(at + 1)}
        >
          Next image
        </Button>
      </div>
      <p className="text-12 text-fg3">
        {ratingCriteria.map((criterion) => `${criterionWords[criterion]}: ${criterionHints[criterion]} `)}
        From 1, not at all, to 5, fully. A digit rates and goes on to the next.
      </p>
      <RateItem
        key={item.id}
        takesFocus={chosen !== null}
        item={{
          ...item,
          texts: item.texts.map((text) => ({ ...text, scores: done.get(text.id) ?? text.scores })),
        }}
        rated={(id, scores) => setDone((before) => new Map(before).set(id, scores))}
      />
    </section>
  );
}

function KeptBack({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <p className="text-12 text-fg3">
      {count} {count === 1 ? "image is" : "images are"} kept back until you have submitted your reading of the
      case.
    </p>
  );
}
