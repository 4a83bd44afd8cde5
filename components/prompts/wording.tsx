"use client";
import { useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { wordDiff } from "@/lib/core/text/word-diff";
import type { PromptVersion } from "@/lib/drafting/types/prompt";

type Words = NonNullable<PromptVersion["words"]>;
type View = "wording" | "difference";

const partsOf = (words: Words): readonly (readonly [title: string, text: string])[] => [
  ["Instructions", words.instructions],
  ["Task", words.task],
  ...words.choices.map(({ name, words: list }) => [`Choices of ${name}`, list.join("\n\n")] as const),
  ["Answer, as JSON Schema", words.answer],
  ["Parameters", `temperature ${words.temperature}, at most ${words.maxOutputTokens} tokens`],
];

/** The words of a version, or what became of them since the version before. */
export function Wording({
  version,
  before,
}: {
  readonly version: PromptVersion;
  readonly before: PromptVersion | null;
}) {
  const [view, setView] = useState<View>("wording");
  if (!version.words)
    return (
      <p className="text-13 text-fg2">
        Version {version.version} with this hash was used here and is not in this program any more.
      </p>
    );
  const old = before?.words ? new Map(partsOf(before.words)) : null;
  return (
    <div className="flex flex-col gap-4 pb-6">
      {before && old ? (
        <Segmented
          label="Show"
          value={view}
          onChange={setView}
          options={[
            { value: "wording", label: "Wording" },
            { value: "difference", label: `Difference to version ${before.version}` },
          ]}
        />
      ) : null}
      {partsOf(version.words).map(([title, text]) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 text-12 font-med text-fg2">{title}</h3>
          <p className="rounded-control border border-ln1 bg-bg1 px-3 py-2 text-13 leading-5 break-words whitespace-pre-wrap">
            {view === "difference" && old ? <Difference before={old.get(title) ?? ""} after={text} /> : text}
          </p>
        </section>
      ))}
    </div>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  let at = 0;
  return wordDiff(before, after).map(({ kind, text }) => {
    at += 1;
    if (kind === "added")
      return (
        <ins key={at} className="bg-ok-bg text-fg1 decoration-ok">
          {text}
        </ins>
      );
    if (kind === "removed")
      return (
        <del key={at} className="bg-er-bg text-fg2">
          {text}
        </del>
      );
    return <span key={at}>{text}</span>;
  });
}
