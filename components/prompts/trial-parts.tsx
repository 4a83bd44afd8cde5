import Image from "next/image";
import type { ReactNode } from "react";
import type { TrialAnswer, TrialView } from "@/lib/drafting/types/trial";

const words =
  "rounded-control border border-ln1 bg-bg0 px-3 py-2 text-13 leading-5 break-words whitespace-pre-wrap";

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-12 font-med text-fg2">{title}</h3>
      {children}
    </section>
  );
}

/** A request in its parts; above it, once it was sent, its answer as it was read and as it came. */
export function TrialParts({ trial }: { readonly trial: TrialView }) {
  const { model, stays, pictures, requestHash, requestBytes, answer } = trial;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <p className="text-12 text-fg2">
        {model.ok ? `For ${model.name} at ${model.origin}.` : model.sentence}{" "}
        {stays === null ? null : <span className="text-wa">{stays}</span>}
      </p>
      <div aria-live="polite" className="flex flex-col gap-4 empty:hidden">
        {answer ? <AnswerParts answer={answer} /> : null}
      </div>
      <Part title="Instructions">
        <p className={words}>{trial.instructions}</p>
      </Part>
      <Part title={`Request about ${trial.case}`}>
        <p className={words}>{trial.words}</p>
      </Part>
      {pictures.length > 0 ? (
        <Part title="Pictures">
          <ul className="flex flex-wrap gap-4">
            {pictures.map(({ name, sha256, width, height, thumbnail }) => (
              <li key={name} className="w-44 text-11 text-fg3">
                <Image
                  unoptimized
                  src={thumbnail}
                  alt={name}
                  width={176}
                  height={Math.round((176 * height) / width)}
                  className="rounded-chip bg-black"
                />
                <p className="mt-1 text-12 text-fg2">{name}</p>
                <p className="tabular-nums">
                  {width} x {height}, {sha256.slice(0, 12)}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      <p className="text-11 text-fg3 tabular-nums">
        {requestBytes.toLocaleString("en-GB")} bytes
        {requestHash === null ? ", no hash without a model" : `, SHA-256 ${requestHash}`}
      </p>
    </div>
  );
}

function AnswerParts({ answer: { sentence, paid, parsed, calls } }: { readonly answer: TrialAnswer }) {
  return (
    <>
      {sentence === null ? null : (
        <p role="alert" className="text-12 text-er">
          {sentence}
        </p>
      )}
      {parsed === null ? null : (
        <Part title="Answer, as it is read">
          <pre className={words}>{parsed}</pre>
        </Part>
      )}
      {calls.map((call, index) => (
        <Part
          key={call.id}
          title={calls.length > 1 ? `Answer ${index + 1}, as it came` : "Answer, as it came"}
        >
          <p className="mb-1 text-12 text-fg3 tabular-nums">
            {[
              paid ? call.state : `${call.state} before, not sent again`,
              call.tokens === null ? "tokens not known" : `${call.tokens.toLocaleString("en-GB")} tokens`,
              call.cost === null ? "no known price" : `$${call.cost.toFixed(4)}`,
            ].join(", ")}
            {call.sentence ? `. ${call.sentence}` : null}
          </p>
          <pre className={words}>{call.response ?? "No answer came."}</pre>
        </Part>
      ))}
    </>
  );
}
