"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import type { addMember } from "@/lib/auth/actions";
import { type FreshLink, type Role, roles } from "@/lib/auth/types";
import { refusalWords, roleOptions } from "./member-words";

/** Asks for a name, an email and a role; a new person gets a one-time link. */
export function AddMemberDialog({
  projectSlug,
  add,
  onAdded,
  onClose,
}: {
  readonly projectSlug: string;
  readonly add: typeof addMember;
  readonly onAdded: (name: string, link: FreshLink | null) => void;
  readonly onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ readonly path: string; readonly message: string } | null>(null);

  async function submit(form: FormData) {
    const name = String(form.get("name") ?? "");
    const role: Role = roles.find((known) => known === form.get("role")) ?? "reader";
    setBusy(true);
    const outcome = await add({ projectSlug, name, role, email: String(form.get("email") ?? "") });
    setBusy(false);
    if (outcome.ok) onAdded(name, outcome.link);
    else
      setProblem({
        path: outcome.reason === "invalid" ? outcome.path : "email",
        message: refusalWords(outcome),
      });
  }

  return (
    <FormDialog title="Add a member" action="Add" busy={busy} submit={submit} onClose={onClose}>
      <Field label="Name" name="name" required error={problem?.path === "name" ? problem.message : null} />
      <Field
        label="Email"
        name="email"
        type="email"
        required
        error={problem && problem.path !== "name" ? problem.message : null}
      />
      <Select label="Role" name="role" showLabel options={roleOptions} defaultValue="reader" />
    </FormDialog>
  );
}
