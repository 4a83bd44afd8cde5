import NextAuth from "next-auth";
import { authOptions } from "./session";

type RouteHandler = (
  request: Request,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/** What a refused sign-in is called, in words for a person. */
const refusals: Readonly<Record<string, readonly [status: number, message: string]>> = {
  CredentialsSignin: [401, "E-mail or password is not right."],
  csrf: [403, "The sign-in page was too old. Try again."],
  throttled: [429, "Too many attempts. Wait a little and try again."],
  unavailable: [503, "The database cannot be reached. Try again in a moment."],
};

/** Reads next-auth's answer to a sign-in: it hides every outcome in the query of a URL. */
async function explained(response: Response): Promise<Response> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const url =
    typeof body === "object" && body !== null && "url" in body
      ? String(body.url)
      : response.headers.get("location");
  const query = url ? new URL(url, "http://here").searchParams : null;
  const error = query?.has("csrf") ? "csrf" : query?.get("error");
  if (!error) return response;
  const [name = "", seconds] = error.split("-");
  const [status, message] = refusals[name] ?? [500, "Signing in did not work. Try again."];
  const headers = new Headers(response.headers);
  headers.delete("location");
  headers.set("Content-Type", "application/json");
  if (seconds) headers.set("Retry-After", seconds);
  return new Response(JSON.stringify({ error: name, message, url }), { status, headers });
}

/** next-auth's own routes, with its sign-in answers put into statuses and sentences. */
export const authRoutes: RouteHandler = async (request, context) => {
  const handle: RouteHandler = NextAuth(authOptions());
  const response = await handle(request, context);
  const [action] = (await context.params).nextauth;
  return action === "callback" ? explained(response) : response;
};
