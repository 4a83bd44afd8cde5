"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PasswordField } from "@/components/ui/password-field";
import type { redeemLink } from "@/lib/auth/actions";
import { signIn } from "./credentials";

const words: Readonly<Record<string, string>> = {
  "unknown-link": "This link was used or is too old. Ask for a new one.",
  "email-taken": "Somebody has this email already.",
  "name-and-email-needed": "A name and an email are needed.",
};

interface Problem {
  readonly field: "name" | "email" | "password";
  readonly message: string;
}

/** Chooses a password, and for the first admin a name and an email; then signs in with them. */
export function SetupForm({
  token,
  email,
  redeem,
}: {
  readonly token: string;
  /** The person the link is for; null = the first admin. */
  readonly email: string | null;
  readonly redeem: typeof redeemLink;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const errorOf = (field: Problem["field"]) => (problem?.field === field ? problem.message : null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? "").trim();
    if (value("password") !== value("again"))
      return setProblem({ field: "password", message: "The two passwords differ." });
    setBusy(true);
    setProblem(null);
    const password = String(form.get("password") ?? "");
    const person = email === null ? { name: value("name"), email: value("email") } : {};
    const outcome = await redeem({ token, password, ...person });
    if (outcome.ok) {
      const signedIn = await signIn(email ?? value("email"), password);
      return window.location.assign(signedIn.ok ? "/worklist" : "/sign-in");
    }
    setBusy(false);
    const field =
      outcome.reason === "invalid" ? outcome.path : outcome.reason === "email-taken" ? "email" : "password";
    setProblem({
      field: field === "name" || field === "email" ? field : "password",
      message:
        outcome.reason === "invalid"
          ? outcome.message
          : (words[outcome.reason] ?? "That did not work. Try again."),
    });
  }

  return (
    <form onSubmit={submit} method="post" className="mt-7 flex flex-col gap-4">
      {email === null ? (
        <>
          <Field size="xl" label="Name" name="name" autoComplete="name" required error={errorOf("name")} />
          <Field
            size="xl"
            label="Email"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={errorOf("email")}
          />
        </>
      ) : (
        <Field
          size="xl"
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          readOnly
          value={email}
        />
      )}
      <PasswordField
        size="xl"
        label="Password"
        name="password"
        autoComplete="new-password"
        minLength={12}
        required
        hint="At least 12 characters"
        error={errorOf("password")}
      />
      <PasswordField size="xl" label="Password again" name="again" autoComplete="new-password" required />
      <Button type="submit" variant="primary" size="xl" busy={busy} className="mt-1 w-full">
        Save and sign in
      </Button>
    </form>
  );
}
