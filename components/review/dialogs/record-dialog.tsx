"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { CallRecord, DraftRecord } from "@/lib/drafting/schema";
import { decisionSchema, ratingSchema } from "@/lib/reading/schema";
import { loadDraftRecord, refusalWords } from "../requests";
import { describeValue } from "./describe-value";

/** Where a draft comes from, whole: what was asked of whom, with what, the answer as it came, and each change since. */
export function RecordDialog({
  draftId,
  onClose,
}: {
  readonly draftId: string;
  readonly onClose: () => void;
}) {
  const [attempt, setAttempt] = useState(1);
  return (
    <Dialog title="Where this draft comes from" place="panel" onClose={onClose}>
      <AskedRecord key={attempt} draftId={draftId} again={() => setAttempt(attempt + 1)} />
    </Dialog>
  );
}

function AskedRecord({ draftId, again }: { readonly draftId: string; readonly again: () => void }) {
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof loadDraftRecord>> | null>(null);
  useEffect(() => {
    let gone = false;
    void loadDraftRecord(draftId).then((came) => {
      if (!gone) setAnswer(came);
    });
    return () => {
      gone = true;
    };
  }, [draftId]);
  if (answer === null) return <Spinner words="Loading the record" />;
  if (answer.ok) return <Record record={answer.record} />;
  return (
    <div role="alert" className="flex flex-col items-start gap-3 text-13">
      {refusalWords(answer)}
      <Button onClick={again}>Try again</Button>
    </div>
  );
}

function Record({ record }: { readonly record: DraftRecord }) {
  const { draft, run, call, documents, changes } = record;
  const noted = draft.provenance;
  return (
    <div className="flex flex-col gap-5 text-12">
      <Part title="Draft">
        <Line name="Written">{moment(draft.writtenAt)}</Line>
        <Line name="By">
          {[
            run ? `${run.method} ${run.version}` : draft.method,
            noted.method,
            noted.model,
            noted.promptVersion,
          ]
            .filter((words, at, all) => words && all.indexOf(words) === at)
            .join(" · ")}
        </Line>
        {noted.retrieval ? <Line name="Retrieval">{noted.retrieval}</Line> : null}
        {run ? <Line name="Run">{run.id}</Line> : null}
        <Line name="Hash">{draft.contentHash}</Line>
      </Part>
      {call ? <Call call={call} /> : null}
      {documents.length > 0 ? (
        <Part title="Documents">
          {documents.map((found) => (
            <Line key={found.position} name={`${found.position}. ${found.kind}`}>
              <b className="font-med">{[found.title, found.heading].filter(Boolean).join(": ")}</b>
              <span className="block text-fg3">
                {[
                  found.source,
                  found.lexical ? `words: rank ${found.lexical.rank}` : null,
                  found.dense ? `likeness: rank ${found.dense.rank}` : null,
                  `score ${found.fused.toFixed(4)}`,
                  found.matched.length > 0 ? `found by ${found.matched.join(", ")}` : null,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </Line>
          ))}
        </Part>
      ) : null}
      <Part title="Your changes">
        {changes.length === 0 ? (
          <Line name="None yet">{null}</Line>
        ) : (
          changes.map((change) => (
            <Line key={`${change.revision} ${change.part}`} name={moment(change.at)}>
              {`${change.undo ? "Taken back: " : ""}${valueWords(change.after)}`}
            </Line>
          ))
        )}
      </Part>
      <details>
        <summary className="cursor-default text-fg2">Whole record as JSON</summary>
        <pre className="mt-2 text-11 break-words whitespace-pre-wrap text-fg2">
          {JSON.stringify(record, null, 2)}
        </pre>
      </details>
    </div>
  );
}

function Call({ call }: { readonly call: CallRecord }) {
  const { prompt, tokens } = call;
  return (
    <>
      <Part title="Asked of the model">
        <Line name="Model">
          {call.servedModel && call.servedModel !== call.model
            ? `${call.model}, answered by ${call.servedModel}`
            : call.model}
        </Line>
        <Line name="Endpoint">{`${call.provider}, ${call.endpoint}`}</Line>
        <Line name="Prompt">{`${prompt.id} ${prompt.version}, ${prompt.hash}`}</Line>
        <Line name="Parameters">
          {[
            prompt.temperature === null ? null : `temperature ${prompt.temperature}`,
            prompt.maxOutputTokens === null ? null : `at most ${prompt.maxOutputTokens} tokens`,
            `seed ${call.seed}`,
            `answer format: ${call.answerFormat}`,
            ...Object.entries(call.variables).map(([name, value]) => `${name}: ${value}`),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Line>
        <Line name="Texts">{call.texts.map(({ name }) => name).join(", ") || "None"}</Line>
        <Line name="Pictures">
          {call.pictures.length === 0
            ? "None"
            : call.pictures.map((picture) => (
                <span key={picture.name} className="block">
                  {[
                    picture.name,
                    picture.figure ? `Fig ${picture.figure}` : null,
                    `frame ${picture.frame}`,
                    picture.window ? `W ${picture.window.width} L ${picture.window.center}` : null,
                    picture.regionIds.length > 0 ? `${picture.regionIds.length} regions outlined` : null,
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              ))}
        </Line>
        <Line name="Request">{`${call.requestBytes} bytes, SHA-256 ${call.requestHash}`}</Line>
        {call.repairs ? <Line name="Mends">{`call ${call.repairs}`}</Line> : null}
      </Part>
      <Part title="Answer">
        <Line name="State">{[call.state, call.sentence].filter(Boolean).join(": ")}</Line>
        <Line name="Received">{call.finishedAt ? moment(call.finishedAt) : "Not yet"}</Line>
        <Line name="Tokens">
          {tokens.input === null ? "Not told" : `${tokens.input} in, ${tokens.output ?? 0} out`}
        </Line>
        <Line name="Cost">
          {call.cost === null ? "No price known" : `${call.cost.toFixed(6)} US dollars`}
        </Line>
        {call.response === null ? null : <Words title="As it came" text={call.response} />}
        {prompt.instructions === null ? null : (
          <Words title="Instructions" text={`${prompt.instructions}\n\n${prompt.task ?? ""}`} />
        )}
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-13 font-semi">{title}</h3>
      <dl className="grid grid-cols-[128px_minmax(0,1fr)] gap-x-3 gap-y-1">{children}</dl>
    </section>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-fg3">{name}</dt>
      <dd className="break-words text-fg1 tabular-nums">{children}</dd>
    </>
  );
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <dt className="text-fg3">{title}</dt>
      <dd>
        <pre className="rounded-control bg-bg2 p-2 text-11 break-words whitespace-pre-wrap text-fg2">
          {text}
        </pre>
      </dd>
    </>
  );
}

const clock = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" });
const moment = (iso: string): string => clock.format(new Date(iso));

function valueWords(value: unknown): string {
  if (value === null) return "No decision";
  const decision = decisionSchema.safeParse(value).data ?? ratingSchema.safeParse(value).data;
  return decision ? describeValue(decision) : JSON.stringify(value);
}
