"use client";
import { type FormEvent, useState } from "react";
import { signIn, signInWords, signOut } from "@/components/account/credentials";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { useReview } from "../context";

const formId = "sign-in-again";

/** Signs the same person in again without leaving the case, then sends what was kept. */
export function SignInAgain({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const { workspace, sync } = useReview();
  const { user } = workspace;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const outcome = await signIn(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
    setBusy(false);
    if (!outcome.ok) {
      setProblem(signInWords[outcome.reason]);
      return;
    }
    if (outcome.userId !== user.id) {
      await signOut();
      setProblem(`This reading is ${user.name}'s. Sign in as ${user.name}.`);
      return;
    }
    onClose();
    void sync.resume();
  }

  return (
    <Dialog
      title="Your session has ended"
      place="panel"
      onClose={onClose}
      footer={
        <Button variant="primary" type="submit" form={formId} busy={busy}>
          Sign in and save
        </Button>
      }
    >
      <p className="mb-4 text-13 text-fg2">
        {count === 1 ? "1 change is kept here." : `${count} changes are kept here.`} Sign in as {user.name} to
        save {count === 1 ? "it" : "them"}.
      </p>
      <form id={formId} method="post" onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Email" name="email" type="email" autoComplete="username" required />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          error={problem}
        />
      </form>
    </Dialog>
  );
}
