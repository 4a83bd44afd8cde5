import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { refreshedCookie, sessionCookie, siteIsHttps } from "@/lib/auth/data/session-token";
import { isSameOrigin } from "@/lib/core/http/same-origin";

const development = process.env.NODE_ENV === "development";

const policyWith = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

const openPages = /^\/(sign-in|setup\/[^/]+)$/;

/** Pages are read, or asked to run an action of theirs, which Next marks by a header. */
const asksForPage = ({ method, headers }: NextRequest): boolean =>
  method === "GET" || method === "HEAD" || (method === "POST" && headers.has("next-action"));

/**
 * What every page and action passes first. It sets the content policy, keeps the session's idle time sliding and shows
 * the way to the sign-in page; it never lets anybody in: each page, action and handler asks for itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  if (!isSameOrigin(request.method, request.headers, siteIsHttps()))
    return NextResponse.json(
      { error: "origin", message: "This request did not come from a page of this site." },
      { status: 403, headers: { "Cache-Control": "private, no-store", Vary: "Cookie" } },
    );
  const { name, options } = sessionCookie();
  const cookie = request.cookies.get(name)?.value;
  const isApi = pathname.startsWith("/api/");
  if (!isApi && !asksForPage(request))
    return new NextResponse(null, {
      status: 405,
      headers: { Allow: "GET, HEAD", "Cache-Control": "no-store" },
    });
  if (!cookie && !isApi && !openPages.test(pathname)) {
    const target = request.nextUrl.clone();
    target.pathname = "/sign-in";
    target.search = `?next=${encodeURIComponent(pathname + search)}`;
    return NextResponse.redirect(target, {
      headers: { "Cache-Control": "private, no-store", Vary: "Cookie" },
    });
  }
  const headers = new Headers(request.headers);
  const policy = policyWith(randomBytes(16).toString("base64"));
  if (!isApi) headers.set("Content-Security-Policy", policy);
  const response = NextResponse.next({ request: { headers } });
  if (!isApi) {
    response.headers.set("Content-Security-Policy", policy);
    response.headers.set("Cache-Control", "private, no-store");
    response.headers.append("Vary", "Cookie");
  }
  const fresh = cookie && !pathname.startsWith("/api/auth/") ? await refreshedCookie(cookie) : null;
  if (fresh)
    response.cookies.set(name, fresh, { ...options, expires: new Date(Date.now() + 12 * 3600 * 1000) });
  return response;
}

export const config = {
  // Pixels pass their own gate and are many; static files are the same for everybody.
  matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|api/instances/).*)"],
};
