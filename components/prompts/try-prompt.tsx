"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { caseNumberIn } from "@/lib/cases/rules";
import type { PromptTrial } from "@/lib/drafting/schema";
import type { TrialView } from "@/lib/drafting/types/trial";
import { TrialParts } from "./trial-parts";

type Answer =
  | { readonly ok: true; readonly trial: TrialView }
  | { readonly ok: false; readonly sentence: string };

async function ask(slug: string, trial: PromptTrial): Promise<Answer> {
  try {
    const answer = await fetch(`/api/projects/${encodeURIComponent(slug)}/prompts/try`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(trial),
    });
    const value = await answer.json();
    return answer.ok ? { ok: true, trial: value } : { ok: false, sentence: String(value.message) };
  } catch {
    return { ok: false, sentence: "The server cannot be reached. Try again in a moment." };
  }
}

/** A version of a prompt on one case: what would be asked and, on a second button, what a model answers. */
export function TryPrompt({
  slug,
  promptId,
  version,
}: {
  readonly slug: string;
  readonly promptId: string;
  readonly version: number;
}) {
  const [label, setLabel] = useState("");
  const [busy, setBusy] = useState<"compose" | "send" | null>(null);
  const [trial, setTrial] = useState<TrialView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(send: boolean) {
    const number = caseNumberIn(label);
    if (number === null) {
      setProblem("Give the label of a case, such as RR-00012.");
      return;
    }
    setBusy(send ? "send" : "compose");
    const answer = await ask(slug, { promptId, version, number, send });
    setBusy(null);
    setProblem(answer.ok ? null : answer.sentence);
    if (answer.ok) setTrial(answer.trial);
  }

  const shown = trial !== null && caseNumberIn(label) === caseNumberIn(trial.case) ? trial : null;
  return (
    <section aria-label="Try on a case" className="rounded-card border border-ln1 bg-bg1 p-4">
      <form
        className="flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void run(false);
        }}
      >
        <Field
          className="w-40"
          label="Try on a case"
          placeholder="RR-00012"
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <Button type="submit" size="lg" busy={busy === "compose"}>
          Show the request
        </Button>
        <Button
          size="lg"
          variant="primary"
          busy={busy === "send"}
          disabledReason={whyNot(shown)}
          onClick={() => void run(true)}
        >
          Send it
        </Button>
        <p className="pb-2 text-12 text-fg3">The answer is shown here. It becomes no draft.</p>
      </form>
      <p role="alert" className="mt-2 text-12 text-er empty:hidden">
        {problem}
      </p>
      {shown ? <TrialParts trial={shown} /> : null}
    </section>
  );
}

function whyNot(trial: TrialView | null): string | null {
  if (!trial) return "Show the request first.";
  return trial.model.ok ? trial.stays : trial.model.sentence;
}
