import { v7 as newId } from "uuid";
import { recordEvent } from "@/lib/audit/mutations";
import { transaction } from "@/lib/db/client";
import { demoAccounts } from "../rules";
import type { DemoAccount } from "../types";
import { hashPassword } from "./passwords";

/** Makes the demo accounts and their roles where they are missing. @returns what to print. */
export async function seedDemoUsers(projectId: string): Promise<readonly DemoAccount[]> {
  const hashed = await Promise.all(
    demoAccounts.map(async (account) => ({ account, passwordHash: await hashPassword(account.password) })),
  );
  await transaction(async (tx) => {
    for (const { account, passwordHash } of hashed) {
      const { email, name, role } = account;
      const user = await tx.user.upsert({
        where: { email },
        create: { id: newId(), email, name, passwordHash, demo: true },
        update: {},
        select: { id: true },
      });
      const { count } = await tx.membership.createMany({
        data: [{ userId: user.id, projectId, role }],
        skipDuplicates: true,
      });
      if (count > 0)
        await recordEvent(tx, {
          actorId: null,
          action: "member.set-role",
          subjectType: "user",
          subjectId: user.id,
          projectId,
          detail: { role, demo: true },
        });
    }
  });
  return demoAccounts;
}
