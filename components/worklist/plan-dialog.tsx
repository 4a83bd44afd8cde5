"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import type { changePlan } from "@/lib/cases/actions";
import { priorities } from "@/lib/cases/schema";
import type { WorklistRow } from "@/lib/cases/types";

const shownRefusals = 3;
const keep = { value: "", label: "Leave as it is" };
const dueOptions = [keep, { value: "set", label: "Due at" }, { value: "none", label: "No due date" }];

const refusals: Readonly<Record<string, string>> = {
  "not-found": "You are not an admin of this project any more. Load the page again.",
  "signed-out": "You are signed out. Sign in and try again.",
};

/** Priority, due date and readers wanted of the selected cases. */
export function PlanDialog({
  projectSlug,
  selected,
  change,
  onChanged,
  onClose,
}: {
  readonly projectSlug: string;
  readonly selected: readonly WorklistRow[];
  readonly change: typeof changePlan;
  readonly onChanged: (words: string) => void;
  readonly onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [due, setDue] = useState("");
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(form: FormData) {
    const word = (name: string) => String(form.get(name) ?? "");
    const at = new Date(word("dueAt"));
    if (due === "set" && Number.isNaN(at.getTime())) return setProblem("Give a day and a time.");
    const plan = {
      caseIds: selected.map(({ id }) => id),
      ...(word("priority") === "" ? {} : { priority: Number(word("priority")) }),
      ...(due === "" ? {} : { dueAt: due === "set" ? at.toISOString() : null }),
      ...(word("readers") === "" ? {} : { readersWanted: Number(word("readers")) }),
    };
    if (Object.keys(plan).length === 1) return setProblem("Choose what to change.");
    setBusy(true);
    const outcome = await change({ projectSlug, plan });
    setBusy(false);
    if (!outcome.ok)
      return setProblem(
        outcome.reason === "invalid"
          ? outcome.message
          : (refusals[outcome.reason] ?? "That did not work. Try again."),
      );
    const { changed, refused } = outcome;
    const more = refused.length - shownRefusals;
    onChanged(
      [
        `${changed} ${changed === 1 ? "case is" : "cases are"} changed.`,
        ...refused.slice(0, shownRefusals),
        ...(more > 0 ? [`${more} more were left for the same reason.`] : []),
      ].join(" "),
    );
  }

  return (
    <FormDialog
      title={`Change ${selected.length} ${selected.length === 1 ? "case" : "cases"}`}
      action="Change"
      busy={busy}
      checked={false}
      submit={submit}
      onClose={onClose}
    >
      <Select
        label="Priority"
        name="priority"
        showLabel
        defaultValue=""
        options={[keep, ...priorities.map(({ value, label }) => ({ value: String(value), label }))]}
      />
      <Select
        label="Due"
        showLabel
        value={due}
        onChange={(event) => setDue(event.target.value)}
        options={dueOptions}
      />
      {due === "set" ? (
        <Field label="Day and time" name="dueAt" type="datetime-local" size="sm" required />
      ) : null}
      <Field
        label="Readers wanted"
        name="readers"
        type="number"
        size="sm"
        min={1}
        max={20}
        placeholder="Leave as it is"
        hint="How many people read each case. Not fewer than have taken it."
      />
      {problem ? (
        <p role="alert" className="text-12 text-er">
          {problem}
        </p>
      ) : null}
    </FormDialog>
  );
}
