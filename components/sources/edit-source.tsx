"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { saveSource } from "@/lib/cases/actions";
import type { SourceRow } from "@/lib/cases/types";

const formId = "edit-source";

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

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
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
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
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
      </form>
    </Dialog>
  );
}
