"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import type { saveSource } from "@/lib/cases/actions";
import type { SourceRow } from "@/lib/cases/types";

const refusals: Readonly<Record<string, string>> = {
  "not-found": "This source is gone. Load the page again.",
  "signed-out": "You are signed out. Sign in and try again.",
};

/** Licence, address and permission of one source. */
export function EditSourceDialog({
  projectSlug,
  source,
  title,
  save,
  onSaved,
  onClose,
}: {
  readonly projectSlug: string;
  readonly source: SourceRow;
  readonly title: string;
  readonly save: typeof saveSource;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [allowed, setAllowed] = useState(source.externalModelAllowed);
  const [problem, setProblem] = useState<{ readonly path: string; readonly message: string } | null>(null);

  async function submit(form: FormData) {
    const words = (name: string) => String(form.get(name) ?? "").trim() || null;
    setBusy(true);
    const outcome = await save({
      projectSlug,
      sourceId: source.id,
      terms: { licence: words("licence"), url: words("url"), externalModelAllowed: allowed },
    });
    setBusy(false);
    if (outcome.ok) onSaved();
    else if (outcome.reason === "invalid") setProblem(outcome);
    else
      setProblem({ path: "licence", message: refusals[outcome.reason] ?? "That did not work. Try again." });
  }

  return (
    <FormDialog title={title} action="Save" busy={busy} checked={false} submit={submit} onClose={onClose}>
      <Field
        label="Licence"
        name="licence"
        defaultValue={source.licence ?? ""}
        hint="A name such as CC-BY-4.0. Empty: its cases are never exported."
        error={problem && problem.path !== "url" ? problem.message : null}
      />
      <Field
        label="Address"
        name="url"
        type="url"
        defaultValue={source.url ?? ""}
        hint="Where the data and its terms are described."
        error={problem?.path === "url" ? problem.message : null}
      />
      <Checkbox
        className="-mx-2"
        label="Texts and images may be sent to an external model"
        checked={allowed}
        onChange={setAllowed}
      />
    </FormDialog>
  );
}
