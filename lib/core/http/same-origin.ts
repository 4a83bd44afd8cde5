const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that changes something was made by a page of this very site. Origin must name the host the request
 * came to, exactly; where a browser sends none, Sec-Fetch-Site must say same-origin. Forwarded hosts are not believed.
 * @param https the site is served over TLS, so its pages are too.
 */
export function isSameOrigin(method: string, headers: Headers, https = false): boolean {
  if (safeMethods.has(method)) return true;
  const origin = headers.get("origin");
  const host = headers.get("host");
  if (origin === null) return headers.get("sec-fetch-site") === "same-origin";
  if (!host) return false;
  return origin === `https://${host}` || (!https && origin === `http://${host}`);
}
