import type { Actor } from "@/lib/auth/types";
import { database } from "@/lib/db/client";
import { type PersonalLayout, storedLayoutsSchema } from "./schema";

/** The layouts that a person keeps. */
export async function layoutsOf(actor: Actor): Promise<readonly PersonalLayout[]> {
  const user = await (await database()).user.findUniqueOrThrow({
    where: { id: actor.id },
    select: { settings: true },
  });
  return storedLayoutsSchema.parse(user.settings);
}
