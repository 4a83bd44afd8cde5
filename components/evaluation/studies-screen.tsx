"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import type { BlindWork, ComparisonHead, MethodResult } from "@/lib/evaluation/types";
import { Rating } from "./rating";
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

/** Milliseconds between looks at a comparison whose texts are being written. */
const every = 3000;

/** Comparisons of methods: texts to rate without knowing who wrote them and, for admins, what came of it. */
export function StudiesScreen({ page }: { readonly page: Page }) {
  const { project, admin, comparisons, open } = page;
  const { refresh } = useRouter();
  const writing = open !== null && open.head.complete + open.head.failed < open.head.images;
  useEffect(() => {
    if (!writing) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") refresh();
    }, every);
    return () => clearInterval(timer);
  }, [writing, refresh]);
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
      <p aria-live="polite" className="tabular-nums">
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
