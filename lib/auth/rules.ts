import type { Role, SessionClaims } from "./types";

/** A session ends 12 hours after sign-in, or 2 hours after the last request. Seconds. */
export const sessionLifetime = 12 * 3600;
export const sessionIdle = 2 * 3600;
/** The cookie is written again when its `seen` is older than this. Seconds. */
const refreshAfter = 60;

/** Why a session no longer counts, or that it does. `now` in seconds since 1970. */
export function sessionStanding(
  claims: SessionClaims,
  user: { readonly sessionVersion: number; readonly disabled: boolean } | null,
  now: number,
): "valid" | "over" | "idle" | "ended" {
  if (now - claims.began > sessionLifetime) return "over";
  if (now - claims.seen > sessionIdle) return "idle";
  return user === null || user.disabled || user.sessionVersion !== claims.sessionVersion ? "ended" : "valid";
}

/** The claims after activity, or null where the cookie need not be written again (fresh enough, or over). */
export function refreshedClaims(claims: SessionClaims, now: number): SessionClaims | null {
  const standing = sessionStanding(claims, { ...claims, disabled: false }, now);
  return standing === "valid" && now - claims.seen >= refreshAfter ? { ...claims, seen: now } : null;
}

/** `__Host-` ties a cookie to this very host and needs TLS, so plain http (loopback only) goes without. */
export const sessionCookieName = (https: boolean): string => `${https ? "__Host-" : ""}reading-room.session`;

/** Failures allowed in a window, for one account from one address, and for one address. Seconds. */
export const throttleLimits = {
  account: { failures: 5, window: 15 * 60 },
  address: { failures: 100, window: 3600 },
} as const;

/** Seconds to wait when the attempt just counted is one too many, else null. */
export function throttledFor(
  limit: { readonly failures: number; readonly window: number },
  counted: { readonly failures: number; readonly age: number },
): number | null {
  if (counted.failures <= limit.failures) return null;
  return Math.max(1, Math.ceil(limit.window - counted.age));
}

/**
 * The address to count sign-in failures for. Forwarded addresses are believed only as far as own proxies wrote them;
 * without a proxy the header is the client's to invent, so everybody counts as one.
 * @param trustedProxies how many proxies of ours stand in front (TRUSTED_PROXIES).
 */
export function clientAddress(forwardedFor: string | null | undefined, trustedProxies: number): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  return (trustedProxies > 0 && hops.at(-trustedProxies)) || "direct";
}

/** Where to go after sign-in: a path of this site, never another host. */
export function safeNextPath(next: string | null | undefined): string {
  return next && /^\/(?![/\\])[^\\\s]*$/.test(next) && !next.startsWith("/api/") ? next : "/";
}

/** The demo seed's accounts; the passwords are published, so a public bind is refused while they exist. */
export const demoAccounts = [
  { email: "reader.one@demo.local", name: "Reader One", password: "reading-room-demo-1", role: "reader" },
  { email: "reader.two@demo.local", name: "Reader Two", password: "reading-room-demo-2", role: "reader" },
  {
    email: "adjudicator@demo.local",
    name: "Adjudicator",
    password: "reading-room-demo-3",
    role: "adjudicator",
  },
  { email: "admin@demo.local", name: "Admin", password: "reading-room-demo-4", role: "admin" },
] as const satisfies readonly { email: string; name: string; password: string; role: Role }[];
