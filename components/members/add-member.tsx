"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { addMember } from "@/lib/auth/actions";
import { type FreshLink, type Role, roles } from "@/lib/auth/types";
import { refusalWords, roleOptions } from "./member-words";

const formId = "add-member";

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

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
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
    <Dialog
      title="Add a member"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={busy}>
            Add
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Name" name="name" required error={problem?.path === "name" ? problem.message : null} />
        <Field
          label="Email"
          name="email"
          type="email"
          required
          error={problem && problem.path !== "name" ? problem.message : null}
        />
        <Select label="Role" name="role" showLabel options={roleOptions} defaultValue="reader" />
      </form>
    </Dialog>
  );
}
