"use client";
import { Play } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { caseNumberIn } from "@/lib/cases/rules";
import { draftSteps, type Step, steps } from "@/lib/drafting/schema";
import type { DraftRun } from "@/lib/jobs/schema";
import type { ModelView } from "@/lib/jobs/types";
import { stepLabels } from "./words";

/** What to draft, of which cases, by what. */
export function StartRun({
  model,
  start,
}: {
  readonly model: ModelView;
  /** @returns a sentence where the run cannot start. */
  readonly start: (run: DraftRun) => Promise<string | null>;
}) {
  const [chosen, setChosen] = useState<readonly Step[]>(draftSteps);
  const [which, setWhich] = useState<"all" | "one">("all");
  const [label, setLabel] = useState("");
  const [method, setMethod] = useState<"model" | "offline">(model.ok ? "model" : "offline");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const number = which === "one" ? caseNumberIn(label) : null;

  async function submit() {
    if (which === "one" && number === null) {
      setProblem("Give the label of a case, such as RR-00012.");
      return;
    }
    setBusy(true);
    setProblem(await start({ steps: [...chosen], method: method === "model" ? null : "offline", number }));
    setBusy(false);
  }

  const offline = method === "offline";
  return (
    <form
      aria-label="Start a run"
      className="mx-6 flex flex-col gap-3 rounded-card border border-ln1 bg-bg1 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Segmented
          label="Written by"
          value={method}
          options={[
            { value: "model", label: "Model" },
            { value: "offline", label: "Offline rules" },
          ]}
          onChange={setMethod}
        />
        <Segmented
          label="Cases"
          value={which}
          options={[
            { value: "all", label: "All cases" },
            { value: "one", label: "One case" },
          ]}
          onChange={setWhich}
        />
        {which === "one" ? (
          <Field
            className="w-32"
            size="sm"
            label="Case"
            hideLabel
            placeholder="RR-00012"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        ) : null}
        {offline ? null : (
          <fieldset className="flex items-center">
            <legend className="sr-only">Steps</legend>
            {steps.map((step) => (
              <Checkbox
                key={step}
                label={stepLabels[step]}
                checked={chosen.includes(step)}
                onChange={(on) =>
                  setChosen(steps.filter((one) => (one === step ? on : chosen.includes(one))))
                }
              />
            ))}
          </fieldset>
        )}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          className="ml-auto"
          icon={<Play size={14} aria-hidden="true" />}
          busy={busy}
          disabledReason={reasonNot(model, offline, chosen)}
        >
          Start run
        </Button>
      </div>
      <p className="text-12 text-fg3">
        {offline
          ? "Rules select and reformat what humans wrote. Nothing is sent."
          : model.ok
            ? `${model.name} at ${model.origin}. Only cases whose source allows it are sent; held cases never.`
            : model.sentence}
      </p>
      <p role="alert" className="text-12 text-er empty:hidden">
        {problem}
      </p>
    </form>
  );
}

function reasonNot(model: ModelView, offline: boolean, chosen: readonly Step[]): string | null {
  if (offline) return null;
  if (!model.ok) return model.sentence;
  return chosen.length === 0 ? "Choose a step." : null;
}
