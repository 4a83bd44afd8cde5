"use client";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Empty } from "@/components/ui/empty";
import { HeadCell } from "@/components/ui/table";
import { Toast } from "@/components/ui/toast";
import type { saveSource } from "@/lib/cases/actions";
import type { SourceRow } from "@/lib/cases/types";
import { EditSourceDialog } from "./edit-source";

const cell = "h-12 border-b border-ln1 px-4 text-12";

const nameOf = ({ name, site }: SourceRow) => (site === "" ? name : `${name}, ${site}`);

/** Where the cases of a project came from, and what may be done with them. */
export function SourcesScreen({
  projectSlug,
  sources,
  save,
}: {
  readonly projectSlug: string;
  readonly sources: readonly SourceRow[];
  readonly save: typeof saveSource;
}) {
  const router = useRouter();
  const [edited, setEdited] = useState<SourceRow | null>(null);
  const [said, setSaid] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const unlicensed = sources
    .filter(({ licence }) => licence === null)
    .reduce((sum, { cases }) => sum + cases, 0);
  return (
    <>
      <header className="flex h-15 items-center gap-3 px-6">
        <h1 className="text-20 font-semi">Sources</h1>
        <span className="text-fg3">{sources.length}</span>
        {unlicensed > 0 ? (
          <span className="ml-auto text-12 text-fg2">
            {unlicensed} {unlicensed === 1 ? "case has" : "cases have"} no licence. They can be read, but they
            are never exported.
          </span>
        ) : null}
      </header>
      <div className="mx-6 rounded-card border border-ln1 bg-bg1">
        {sources.length === 0 ? (
          <Empty title="No source yet.">Sources come with the first import.</Empty>
        ) : (
          <table className="w-full border-collapse">
            <caption className="sr-only">Sources</caption>
            <thead>
              <tr>
                <HeadCell className="px-4">Source</HeadCell>
                <HeadCell className="px-4" end>
                  Cases
                </HeadCell>
                <HeadCell className="px-4">Licence</HeadCell>
                <HeadCell className="px-4">Address</HeadCell>
                <HeadCell className="px-4">External model</HeadCell>
                <HeadCell className="px-4">
                  <span className="sr-only">Actions</span>
                </HeadCell>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <Row key={source.id} source={source} onEdit={() => setEdited(source)} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <div aria-live="polite" className="fixed right-6 bottom-10 w-96 max-w-[calc(100vw-48px)]">
        {said ? (
          <Toast key={said.id} message={{ ...said, lasts: 8000 }} onClose={() => setSaid(null)} />
        ) : null}
      </div>
      {edited ? (
        <EditSourceDialog
          projectSlug={projectSlug}
          source={edited}
          title={`Edit ${nameOf(edited)}`}
          save={save}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setSaid({ id: `${Date.now()}`, text: `${nameOf(edited)} is saved.` });
            setEdited(null);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}

function Row({ source, onEdit }: { readonly source: SourceRow; readonly onEdit: () => void }) {
  return (
    <tr>
      <td className={cell}>
        <span className="block text-13 font-med">{source.name}</span>
        {source.site ? <span className="text-fg3">{source.site}</span> : null}
      </td>
      <td className={`${cell} text-right tabular-nums`}>{source.cases}</td>
      <td className={cell}>
        {source.licence === null ? (
          <Chip tone="warn" icon={<TriangleAlert size={12} aria-hidden="true" />}>
            No licence: never exported
          </Chip>
        ) : (
          <Chip tone="ok" icon={<CircleCheck size={12} aria-hidden="true" />}>
            {source.licence}
          </Chip>
        )}
      </td>
      <td className={`${cell} max-w-80 truncate text-fg2`}>
        {source.url ? (
          <a
            href={source.url}
            target="_blank"
            rel="noreferrer"
            className="underline hover:text-fg1"
            aria-label={`Page of ${nameOf(source)}, opens a new tab`}
          >
            {source.url}
          </a>
        ) : (
          <span className="text-fg3">None</span>
        )}
      </td>
      <td className={`${cell} text-fg2`}>{source.externalModelAllowed ? "Allowed" : "Not allowed"}</td>
      <td className={`${cell} text-right`}>
        <Button onClick={onEdit} aria-label={`Edit ${nameOf(source)}`}>
          Edit
        </Button>
      </td>
    </tr>
  );
}
