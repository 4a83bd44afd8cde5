import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { transaction } from "@/lib/db/client";
import { testDatabase } from "@/lib/db/testing/test-database";
import { openReading } from "@/lib/reading/mutations/open-reading";
import { saveChanges } from "@/lib/reading/mutations/save-changes";
import type { TextPayload } from "@/lib/reading/schema";
import { requestOf } from "@/lib/reading/testing/change";
import { seedActor, seedCase, seedProject } from "@/lib/reading/testing/seed-case";
import { checker } from "../consistency/rules/checker";
import { storeDraftChecks } from "../mutations/text-checks";
import { checkWordsAgain } from "../mutations/words-checks";
import { draftContentHash } from "../rules/content-hash";
import { flagPrecisionOf } from "./flag-precision";

const database = testDatabase();

describe("what readers say of flags", () => {
  it("is counted per check and version, once all readings of the round are submitted, in its own project", async () => {
    const project = await seedProject(database.client, "precision");
    const elsewhere = await seedProject(database.client, "elsewhere");
    const seeded = await seedCase(database.client, project);
    const { client } = database;
    const text = "A mass in the right breast.";
    const payload: TextPayload = { form: "text", text };
    await client.passage.create({
      data: {
        id: newId(),
        caseId: seeded.id,
        kind: "findings",
        text: "A mass in the left breast.",
        contentHash: "p",
      },
    });
    await client.draft.create({
      data: {
        id: newId(),
        draftSetId: seeded.setId,
        kind: "findings",
        method: "bundle",
        payload,
        contentHash: draftContentHash("findings", null, payload),
      },
    });
    const verdicts = ["wrong", "right"] as const;
    for (const verdict of verdicts) {
      const reader = await seedActor(client, verdict, [{ project, role: "reader" }]);
      const opened = await openReading(reader, seeded.id);
      if (!opened.ok) throw new Error(opened.reason);
      const flag = await client.flag.findFirstOrThrow({ where: { check: { caseId: seeded.id } } });
      const change = {
        op: "put",
        part: "verdict",
        id: flag.id,
        base: 0,
        value: { verdict, note: "" },
      } as const;
      const saved = await saveChanges(reader, opened.readingId, requestOf(change));
      expect(saved.ok).toBe(true);
    }
    expect(await flagPrecisionOf(project.id)).toEqual([]);
    const submit = (submittedAt: Date, take: number) =>
      client.reading
        .findMany({ where: { caseId: seeded.id }, orderBy: { id: "asc" }, take, select: { id: true } })
        .then((rows) =>
          client.reading.updateMany({
            where: { id: { in: rows.map(({ id }) => id) } },
            data: { state: "submitted", submittedAt },
          }),
        );
    const longAgo = new Date(Date.now() - 3_600_000);
    await submit(longAgo, 1);
    expect(await flagPrecisionOf(project.id)).toEqual([]);
    await submit(new Date(), 2);
    expect(await flagPrecisionOf(project.id)).toEqual([]);
    await submit(longAgo, 2);
    expect(await flagPrecisionOf(project.id)).toEqual([
      { kind: "laterality", checker: `${checker.id} ${checker.version}`, right: 1, wrong: 1 },
    ]);
    expect(await flagPrecisionOf(elsewhere.id)).toEqual([]);
    // A newer version that finds the same is judged by the same words, once for each reader.
    await client.textCheck.updateMany({ where: { caseId: seeded.id }, data: { checkerVersion: 0 } });
    await transaction((tx) => storeDraftChecks(tx, seeded.id, true));
    expect(await flagPrecisionOf(project.id)).toEqual(
      [checker.version, 0].map((version) => ({
        kind: "laterality",
        checker: `${checker.id} ${version}`,
        right: 1,
        wrong: 1,
      })),
    );
    // What the second reader says of a flag in their own words counts too, for each version that finds it in them.
    const [, second] = await client.reading.findMany({
      where: { caseId: seeded.id },
      orderBy: { id: "asc" },
    });
    const readingId = second?.id ?? "";
    const itemId = newId();
    const own = { form: "text", text: "The right breast is dense." } as const;
    await client.decision.create({
      data: { readingId, id: itemId, revision: 1, kind: "added", textKind: "findings", result: own },
    });
    const again = () => transaction((tx) => checkWordsAgain(tx, seeded.id));
    expect(await again()).toBe(1);
    const flag = await client.flag.findFirstOrThrow({ where: { check: { readingId, itemId } } });
    await client.flagVerdict.create({
      data: { readingId, flagId: flag.claimId ?? "", revision: 1, verdict: "right", note: "" },
    });
    await client.textCheck.updateMany({ where: { readingId, itemId }, data: { checkerVersion: 0 } });
    expect(await again()).toBe(1);
    expect((await flagPrecisionOf(project.id)).map(({ right, wrong }) => [right, wrong])).toEqual([
      [2, 1],
      [2, 1],
    ]);
    await client.flagVerdict.deleteMany({ where: { flagId: flag.claimId ?? "" } });
    // Closed readings are not written into.
    expect(await client.flagVerdict.count({ where: { reading: { caseId: seeded.id } } })).toBe(2);
  });
});
