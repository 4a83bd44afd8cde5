import type { z } from "zod";
import { actorOf } from "@/lib/auth/data/actor";
import { siteIsHttps } from "@/lib/auth/data/session-token";
import type { Actor } from "@/lib/auth/types";
import { readJsonBody } from "@/lib/core/http/json-body";
import { isSameOrigin } from "@/lib/core/http/same-origin";
import { unstorableText } from "@/lib/core/http/storable-text";
import { isUnavailable } from "@/lib/core/http/unavailable";
import { invalidField, problem } from "./problem";

export interface Visit<Params> {
  readonly request: Request;
  readonly params: Params;
}

type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** Errors become sentences: nothing of the code, the query or the data leaves through one. */
async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (isUnavailable(error)) return problem("unavailable");
    console.error(
      "request failed:",
      error instanceof Error ? `${error.name} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : typeof error,
    );
    return problem("unexpected");
  }
}

/** A door open to everybody. What changes something must still come from a page of this site. */
export function openDoor<Params>(handler: (visit: Visit<Params>) => Promise<Response>): Handler<Params> {
  return (request, context) =>
    guarded(async () =>
      isSameOrigin(request.method, request.headers, siteIsHttps())
        ? handler({ request, params: await context.params })
        : problem("origin"),
    );
}

/** A door for people: 403 for a foreign origin, 401 for nobody, then the handler with the person. */
export function door<Params>(
  handler: (visit: Visit<Params> & { readonly actor: Actor }) => Promise<Response>,
): Handler<Params> {
  return openDoor(async (visit) => {
    const actor = await actorOf();
    return actor ? handler({ ...visit, actor }) : problem("signed-out");
  });
}

/** The most specific complaint: inside a union that is the branch whose `op` and `part` fitted. */
function complaint(issue: z.core.$ZodIssue): { path: readonly PropertyKey[]; message: string } {
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const mismatched = (branch: readonly z.core.$ZodIssue[]) =>
      branch.filter((one) => one.code === "invalid_value" && one.path.length === 1).length;
    const [closest] = [...issue.errors].sort((a, b) => mismatched(a) - mismatched(b) || a.length - b.length);
    const [inner] = closest ?? [];
    if (inner) {
      const { path, message } = complaint(inner);
      return { path: [...issue.path, ...path], message };
    }
  }
  return issue.code === "unrecognized_keys"
    ? { path: [...issue.path, ...issue.keys.slice(0, 1)], message: "is not a known field" }
    : { path: issue.path, message: issue.message };
}

/** Reads and checks a JSON body. @param limit bytes. */
export async function bodyOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit = 64 * 1024,
): Promise<
  | { readonly ok: true; readonly value: z.output<Schema> }
  | { readonly ok: false; readonly response: Response }
> {
  const body = await readJsonBody(request, limit);
  if (!body.ok) return { ok: false, response: problem(body.reason) };
  const parsed = schema.safeParse(body.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const { path, message } = issue ? complaint(issue) : { path: [], message: "was not understood" };
    return { ok: false, response: invalidField(path, message) };
  }
  const unstorable = unstorableText(parsed.data);
  if (unstorable) return { ok: false, response: invalidField(unstorable.path, unstorable.message) };
  return { ok: true, value: parsed.data };
}
