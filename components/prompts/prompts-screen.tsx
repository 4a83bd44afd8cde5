"use client";
import { useState } from "react";
import { cx } from "@/components/ui/cx";
import { Empty } from "@/components/ui/empty";
import { HeadCell } from "@/components/ui/table";
import { wilsonInterval } from "@/lib/core/statistics/wilson-interval";
import type { PromptHistory, PromptResults, PromptVersion } from "@/lib/drafting/types/prompt";
import { TryPrompt } from "./try-prompt";
import { Wording } from "./wording";

const cell = "h-10 border-b border-ln1 px-2.5 text-12 whitespace-nowrap xl:px-4";
const count = `${cell} text-right tabular-nums`;
const percent = (share: number) => `${Math.round(share * 100)} %`;

const decided = ({ accepted, edited, rejected, cannotJudge }: PromptResults): number =>
  accepted + edited + rejected + cannotJudge;

/** "64 % (48 to 77 %)": how often drafts were taken as they are. */
function acceptanceWords(results: PromptResults): string {
  const found = wilsonInterval(results.accepted, decided(results));
  return found
    ? `${percent(found.share)} (${Math.round(found.low * 100)} to ${percent(found.high)})`
    : "None yet";
}

/** What models are asked, in every version, and what readers made of the answers. */
export function PromptsScreen({
  projectSlug,
  prompts,
}: {
  readonly projectSlug: string;
  readonly prompts: readonly PromptHistory[];
}) {
  const [id, setId] = useState(prompts[0]?.id ?? null);
  const prompt = prompts.find((one) => one.id === id);
  return (
    <div className="grid h-full grid-cols-[184px_minmax(0,1fr)] grid-rows-[minmax(0,1fr)] xl:grid-cols-[224px_minmax(0,1fr)]">
      <div className="scroll-thin border-r border-ln1 px-2 py-4">
        <h1 className="mb-3 px-2 text-20 font-semi">Prompts</h1>
        <ul aria-label="Prompts" className="flex flex-col gap-0.5">
          {prompts.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-pressed={one.id === id}
                onClick={() => setId(one.id)}
                className={cx(
                  "flex h-8 w-full items-center rounded-control px-2 text-left text-13",
                  one.id === id ? "bg-bg4 font-med text-fg1" : "text-fg2 hover:bg-bg3",
                )}
              >
                {one.id}
                <span className="ml-auto text-11 text-fg3 tabular-nums">{one.versions[0]?.version}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      {prompt ? (
        <Versions key={prompt.id} projectSlug={projectSlug} prompt={prompt} />
      ) : (
        <Empty title="No prompt yet.">Prompts come with the program.</Empty>
      )}
    </div>
  );
}

function Versions({ projectSlug, prompt }: { readonly projectSlug: string; readonly prompt: PromptHistory }) {
  const [hash, setHash] = useState(prompt.versions[0]?.hash ?? "");
  const at = prompt.versions.findIndex((version) => version.hash === hash);
  const shown = prompt.versions[at];
  const before = prompt.versions.slice(at + 1).find(({ words }) => words !== null);
  return (
    <section aria-label={prompt.id} className="scroll-thin flex min-w-0 flex-col gap-5 px-6 py-4 *:flex-none">
      <h2 className="text-16 font-semi">{prompt.id}</h2>
      <div className="overflow-x-auto rounded-card border border-ln1 bg-bg1">
        <table className="w-full border-collapse">
          <caption className="sr-only">Versions of {prompt.id}</caption>
          <thead>
            <tr>
              <HeadCell className="xl:px-4">Version</HeadCell>
              {["Requests", "Drafts", "Accepted", "Edited", "Rejected"].map((head) => (
                <HeadCell key={head} className="xl:px-4" end>
                  {head}
                </HeadCell>
              ))}
              <HeadCell className="xl:px-4">Taken as it is</HeadCell>
              <HeadCell className="xl:px-4" end>
                Cost
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {prompt.versions.map((version) => (
              <VersionRow
                key={version.hash}
                version={version}
                chosen={version.hash === hash}
                choose={() => setHash(version.hash)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {prompt.versions.length === 1 ? (
        <p className="-mt-3 text-12 text-fg3">
          One version so far. docs/prompts.md says how another wording becomes the next one.
        </p>
      ) : null}
      {shown?.words ? (
        <TryPrompt
          key={`try ${shown.hash}`}
          slug={projectSlug}
          promptId={prompt.id}
          version={shown.version}
        />
      ) : null}
      {shown ? <Wording key={shown.hash} version={shown} before={before ?? null} /> : null}
    </section>
  );
}

function VersionRow({
  version,
  chosen,
  choose,
}: {
  readonly version: PromptVersion;
  readonly chosen: boolean;
  readonly choose: () => void;
}) {
  const { results } = version;
  return (
    <tr className={chosen ? "bg-ac-bg" : undefined}>
      <td className={cell}>
        <button
          type="button"
          aria-pressed={chosen}
          onClick={choose}
          className="rounded-chip font-med underline-offset-2 hover:underline"
        >
          Version {version.version}
        </button>
        <span className="block text-11 text-fg3">{version.hash.slice(0, 12)}</span>
        {version.words ? null : <span className="block text-11 text-wa">not in this program</span>}
      </td>
      <td className={count}>
        {results.calls}
        {results.unanswered > 0 ? (
          <span className="ml-1 text-fg3">({results.unanswered} without an answer)</span>
        ) : null}
      </td>
      <td className={count}>{results.drafts}</td>
      <td className={count}>{results.accepted}</td>
      <td className={count}>{results.edited}</td>
      <td className={count}>{results.rejected}</td>
      <td className={`${cell} tabular-nums`}>{acceptanceWords(results)}</td>
      <td className={count}>{results.cost === null ? "Not known" : `$${results.cost.toFixed(4)}`}</td>
    </tr>
  );
}
