"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import type { BlindItem, BlindWork, ComparisonHead, MethodResult, Scores } from "@/lib/evaluation/types";
import { RateItem } from "./rate-item";
import { ResultsTable } from "./results-table";
import { StartComparison } from "./start-comparison";

interface Page {
  readonly project: { readonly slug: string };
  readonly admin: boolean;
  readonly comparisons: readonly ComparisonHead[];
  readonly open: {
    readonly head: ComparisonHead;
    readonly work: BlindWork;
    readonly results: readonly MethodResult[] | null;
  } | null;
}

/** Comparisons of methods: texts to rate without knowing who wrote them and, for admins, what came of it. */
export function StudiesScreen({ page }: { readonly page: Page }) {
  const { project, admin, comparisons, open } = page;
  return (
    <div className="flex flex-col gap-4 px-6 pb-16">
      <header className="flex h-15 items-center gap-3">
        <h1 className="text-20 font-semi">Studies</h1>
        <span className="text-fg3">{comparisons.length}</span>
      </header>
      {admin ? <StartComparison slug={project.slug} /> : null}
      {comparisons.length > 1 ? (
        <nav aria-label="Comparisons" className="flex flex-wrap gap-1">
          {comparisons.map(({ id, name }) => (
            <Link
              key={id}
              href={`/studies?project=${encodeURIComponent(project.slug)}&comparison=${id}`}
              aria-current={id === open?.head.id ? "page" : undefined}
              className={cx(
                "rounded-control px-2.5 py-1 text-13",
                id === open?.head.id ? "bg-bg4 font-med text-fg1" : "text-fg2 hover:bg-bg3",
              )}
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      {open === null ? (
        <div className="rounded-card border border-ln1 bg-bg1">
          <Empty title="No comparison yet.">
            {admin ? "Give one a name and start it." : "Comparisons to rate appear here."}
          </Empty>
        </div>
      ) : (
        <>
          <Progress head={open.head} admin={admin} slug={project.slug} />
          {open.results ? (
            <ResultsTable slug={project.slug} comparisonId={open.head.id} results={open.results} />
          ) : null}
          <Rating work={open.work} />
        </>
      )}
    </div>
  );
}

function Progress({
  head,
  admin,
  slug,
}: {
  readonly head: ComparisonHead;
  readonly admin: boolean;
  readonly slug: string;
}) {
  const { name, images, complete, seed, sentences } = head;
  return (
    <div className="text-12 text-fg3">
      <h2 className="text-16 font-semi text-fg1">{name}</h2>
      <p className="tabular-nums">
        {complete} of {images} images have their four texts. Seed {seed}.
      </p>
      {admin
        ? sentences.map((sentence) => (
            <p key={sentence} className="text-wa">
              {sentence}
            </p>
          ))
        : null}
      {admin && complete < images ? (
        <p>
          The run and its errors are under{" "}
          <Link
            href={`/settings/drafting?project=${encodeURIComponent(slug)}`}
            className="font-med text-ac-tx underline-offset-2 hover:underline"
          >
            Drafting
          </Link>
          .
        </p>
      ) : null}
    </div>
  );
}

const isRated = ({ texts }: BlindItem, done: ReadonlyMap<string, Scores>) =>
  texts.every(({ id, scores }) => scores !== null || done.has(id));

function Rating({ work: { items, keptBack } }: { readonly work: BlindWork }) {
  const [done, setDone] = useState<ReadonlyMap<string, Scores>>(new Map());
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex((item) => !isRated(item, new Map())),
    ),
  );
  const item = items[at];
  const rated = items.filter((one) => isRated(one, done)).length;
  return (
    <section aria-label="Rate" className="flex flex-col gap-3">
      {keptBack > 0 ? (
        <p className="text-12 text-fg3">
          {keptBack} {keptBack === 1 ? "image is" : "images are"} kept back until you have submitted your
          reading of the case.
        </p>
      ) : null}
      {item ? (
        <>
          <div className="flex items-center gap-2 text-12 text-fg2">
            <span className="tabular-nums">
              Image {at + 1} of {items.length}, {rated} rated
            </span>
            <Button
              className="ml-auto"
              disabledReason={at === 0 ? "This is the first image." : null}
              onClick={() => setAt(at - 1)}
            >
              Previous image
            </Button>
            <Button
              variant="primary"
              disabledReason={at + 1 >= items.length ? "This is the last image." : null}
              onClick={() => setAt(at + 1)}
            >
              Next image
            </Button>
          </div>
          <RateItem
            key={item.id}
            item={{
              ...item,
              texts: item.texts.map((text) => ({ ...text, scores: done.get(text.id) ?? text.scores })),
            }}
            rated={(id, scores) => setDone((before) => new Map(before).set(id, scores))}
          />
        </>
      ) : (
        <div className="rounded-card border border-ln1 bg-bg1">
          <Empty title="Nothing to rate.">Images appear here once their four texts are written.</Empty>
        </div>
      )}
    </section>
  );
}
