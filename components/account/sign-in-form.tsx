"use client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import { safeNextPath } from "@/lib/auth/rules";
import { signIn, signInWords } from "./credentials";

/** Email and password. Goes on to `next` when they are right. */
export function SignInForm({ next }: { readonly next: string | null }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  // The page has nothing else to offer.
  useEffect(() => element.current?.querySelector("input")?.focus(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    const outcome = await signIn(String(form.get("email") ?? ""), String(form.get("password") ?? ""));
    if (outcome.ok) return window.location.assign(safeNextPath(next));
    setError(signInWords[outcome.reason]);
    setBusy(false);
  }

  return (
    <form ref={element} onSubmit={submit} className="mt-7 flex flex-col gap-4" method="post">
      <Field size="xl" label="Email" name="email" type="email" autoComplete="username" required />
      <PasswordField
        size="xl"
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        error={error}
      />
      <Button type="submit" variant="primary" size="xl" busy={busy} className="mt-1 w-full">
        Continue
      </Button>
      <p className="text-12 text-fg3">
        Forgot your password? An admin of your project can give you a reset link.
      </p>
    </form>
  );
}
