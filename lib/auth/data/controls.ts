import { database } from "@/lib/db/client";
import { type Controls, storedControls } from "../schema";

/** The keys and mouse that a person chose. */
export async function controlsOf(userId: string): Promise<Controls> {
  const user = await (await database()).user.findUnique({
    where: { id: userId },
    select: { settings: true },
  });
  return storedControls(user?.settings);
}
