import { openDoor } from "@/app/api/_door/door";
import { json, problem } from "@/app/api/_door/problem";
import { actorOf } from "@/lib/auth/data/actor";
import { authRoutes } from "@/lib/auth/data/handler";

/** Who is signed in, asked of the database; next-auth's own answer would believe the cookie. */
async function session(): Promise<Response> {
  const actor = await actorOf();
  return json({ actor: actor && { id: actor.id, name: actor.name, email: actor.email } });
}

/** csrf token, sign-in with `credentials`, sign-out; everything else of next-auth stays shut. */
const open = {
  GET: new Set(["csrf", "providers", "signin", "error"]),
  POST: new Set(["callback/credentials", "signout"]),
};

const at = (method: keyof typeof open) =>
  openDoor<{ nextauth: string[] }>(async ({ request, params }) =>
    open[method].has(params.nextauth.join("/"))
      ? authRoutes(request, { params: Promise.resolve(params) })
      : problem("not-found"),
  );

const next = at("GET");

export const GET: typeof next = async (request, context) =>
  (await context.params).nextauth.join("/") === "session"
    ? openDoor(session)(request, context)
    : next(request, context);
export const POST = at("POST");
