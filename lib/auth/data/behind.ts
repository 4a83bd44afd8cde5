import { database } from "@/lib/db/client";
import { sessionStanding } from "../rules";
import type { Actor, SessionClaims } from "../types";
import { nowSeconds } from "./session-token";

/** The person behind claims that still count, asked of the database each time; null where they do not. */
export async function actorBehind(claims: SessionClaims): Promise<Actor | null> {
  const user = await (await database()).user.findUnique({
    where: { id: claims.userId },
    select: { id: true, name: true, email: true, siteAdmin: true, sessionVersion: true, disabledAt: true },
  });
  if (!user) return null;
  const { disabledAt, ...actor } = user;
  const standing = { sessionVersion: user.sessionVersion, disabled: disabledAt !== null };
  return sessionStanding(claims, standing, nowSeconds()) === "valid" ? actor : null;
}
