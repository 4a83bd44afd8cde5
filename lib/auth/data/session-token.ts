import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { refreshedClaims, sessionCookieName, sessionLifetime } from "../rules";
import type { SessionClaims } from "../types";
import { sessionSecret } from "./secret";

const claimsSchema = z.object({
  userId: z.uuid(),
  sessionVersion: z.number().int(),
  began: z.number(),
  seen: z.number(),
});

export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** The site is served over TLS: said by NEXTAUTH_URL, since a header could be anybody's. */
export const siteIsHttps = (): boolean => (process.env.NEXTAUTH_URL ?? "").startsWith("https:");

export const sessionCookie = () => ({
  name: sessionCookieName(siteIsHttps()),
  options: { httpOnly: true, sameSite: "lax", path: "/", secure: siteIsHttps() } as const,
});

/** The claims of an opened token, or null where it is not one of ours. */
export const claimsOf = (token: unknown): SessionClaims | null => claimsSchema.safeParse(token).data ?? null;

/** The cookie to write again after activity (sliding idle time), or null. Extends nothing beyond 12 hours. */
export async function refreshedCookie(value: string): Promise<string | null> {
  const secret = sessionSecret();
  const claims = claimsOf(await decode({ token: value, secret }).catch(() => null));
  const fresh = claims && refreshedClaims(claims, nowSeconds());
  return fresh && encode({ token: { ...fresh }, secret, maxAge: sessionLifetime });
}
