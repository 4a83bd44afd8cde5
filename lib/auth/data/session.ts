import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { isUnavailable } from "@/lib/core/http/unavailable";
import { verifySignIn } from "../mutations/sign-in";
import { signOutEverywhere } from "../mutations/users";
import { clientAddress, sessionLifetime } from "../rules";
import { signInSchema } from "../schema";
import type { SessionClaims } from "../types";
import { actorBehind } from "./behind";
import { sessionSecret } from "./secret";
import { claimsOf, nowSeconds, sessionCookie } from "./session-token";

declare module "next-auth" {
  interface Session {
    claims: SessionClaims | null;
  }
  interface User {
    sessionVersion: number;
  }
}

async function authorize(credentials: unknown, headers: Readonly<Record<string, unknown>>) {
  const parsed = signInSchema.safeParse(credentials);
  if (!parsed.success) return null;
  const forwarded = headers["x-forwarded-for"];
  const address = clientAddress(
    typeof forwarded === "string" ? forwarded : null,
    Number(process.env.TRUSTED_PROXIES ?? 0),
  );
  const outcome = await verifySignIn({ ...parsed.data, address }).catch((error: unknown) => {
    // The message of a thrown error ends in a URL: only these two ever do.
    throw new Error(isUnavailable(error) ? "unavailable" : "unexpected", { cause: error });
  });
  if (outcome.ok) return { id: outcome.userId, sessionVersion: outcome.sessionVersion };
  if (outcome.reason === "throttled") throw new Error(`throttled-${outcome.retryAfter}`);
  return null;
}

/** next-auth with one provider and sealed cookies. A cookie alone proves nothing: `actorOf` asks the database. */
export function authOptions(): NextAuthOptions {
  // Without NEXTAUTH_URL the site is wherever it is reached; the door checks Origin against Host by itself.
  if (!process.env.NEXTAUTH_URL) process.env.AUTH_TRUST_HOST ??= "true";
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionLifetime },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    logger: { error: (code) => console.error(`sign-in: ${code}`), warn: () => {}, debug: () => {} },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (credentials, request) => authorize(credentials, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) =>
        user
          ? { userId: user.id, sessionVersion: user.sessionVersion, began: nowSeconds(), seen: nowSeconds() }
          : token,
      session: ({ session, token }) => ({ expires: session.expires, claims: claimsOf(token) }),
    },
    events: {
      signOut: async ({ token }) => {
        // Sealed cookies cannot be taken back one by one, so signing out ends all of the person's sessions.
        const claims = claimsOf(token);
        const actor = claims && (await actorBehind(claims));
        if (actor) await signOutEverywhere(actor.id, actor.id, "user.sign-out");
      },
    },
  };
}
