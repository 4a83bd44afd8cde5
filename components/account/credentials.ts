import { z } from "zod";

export type SignInOutcome =
  | { readonly ok: true; readonly userId: string | null }
  | { readonly ok: false; readonly reason: "wrong" | "throttled" | "offline" | "failed" };

const tokenShape = z.object({ csrfToken: z.string() });

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  return tokenShape.parse(await answer.json()).csrfToken;
}

async function postForm(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" }),
  });
}

const sessionShape = z.object({ actor: z.object({ id: z.string() }).nullable() });

/** The id of who is signed in on this browser, null for nobody. */
export async function signedInUser(): Promise<string | null> {
  const answer = await fetch("/api/auth/session", { cache: "no-store" });
  if (!answer.ok) return null;
  return sessionShape.safeParse(await answer.json()).data?.actor?.id ?? null;
}

/** Signs in by email and password through the session service; the page stays where it is. */
export async function signIn(email: string, password: string): Promise<SignInOutcome> {
  try {
    const answer = await postForm("/api/auth/callback/credentials", { email, password, callbackUrl: "/" });
    if (answer.ok) return { ok: true, userId: await signedInUser() };
    if (answer.status === 429) return { ok: false, reason: "throttled" };
    return { ok: false, reason: answer.status === 401 ? "wrong" : "failed" };
  } catch {
    return { ok: false, reason: "offline" };
  }
}

/** Ends the session of this browser. Changes not yet sent stay here for the same person. */
export async function signOut(): Promise<void> {
  await postForm("/api/auth/signout", { callbackUrl: "/sign-in" });
}

export const signInWords = {
  wrong: "The email or the password is not right.",
  throttled: "Too many tries. Wait a few minutes, then try again.",
  offline: "The server cannot be reached. Try again when you are online.",
  failed: "The server did not answer. Try again.",
} as const;
