import type { Actor } from "@/lib/auth/types";
import { type Transaction, transaction } from "@/lib/db/client";
import { withLayout } from "./rules/personal";
import { mostLayouts, type PersonalLayout, storedLayoutsSchema } from "./schema";

async function lockedLayouts(tx: Transaction, actor: Actor): Promise<readonly PersonalLayout[]> {
  const [row] = await tx.$queryRaw<{ settings: unknown }[]>`
    SELECT "settings" FROM "User" WHERE "id" = ${actor.id}::uuid FOR UPDATE`;
  return storedLayoutsSchema.parse(row?.settings);
}

async function store(tx: Transaction, actor: Actor, layouts: readonly PersonalLayout[]): Promise<void> {
  await tx.$executeRaw`UPDATE "User" SET "settings" = "settings" || ${JSON.stringify({ layouts })}::jsonb
    WHERE "id" = ${actor.id}::uuid`;
}

/** Keeps a layout under its id; the other settings of the person stay as they are. */
export async function keepLayout(
  actor: Actor,
  layout: PersonalLayout,
): Promise<
  | { readonly ok: true; readonly layouts: readonly PersonalLayout[] }
  | { readonly ok: false; readonly reason: "too-many" }
> {
  return transaction(async (tx) => {
    const layouts = withLayout(await lockedLayouts(tx, actor), layout);
    if (layouts.length > mostLayouts) return { ok: false, reason: "too-many" };
    await store(tx, actor, layouts);
    return { ok: true, layouts };
  });
}

/** Forgets a layout; one that is not there is forgotten already. */
export async function forgetLayout(actor: Actor, id: string): Promise<readonly PersonalLayout[]> {
  return transaction(async (tx) => {
    const layouts = (await lockedLayouts(tx, actor)).filter((layout) => layout.id !== id);
    await store(tx, actor, layouts);
    return layouts;
  });
}
