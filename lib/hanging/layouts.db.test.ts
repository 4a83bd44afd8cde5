import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { setUserSettings } from "@/lib/auth/mutations/users";
import { testDatabase } from "@/lib/db/testing/test-database";
import { seedActor } from "@/lib/reading/testing/seed-case";
import { layoutsOf } from "./data";
import { forgetLayout, keepLayout } from "./mutations";
import { mostLayouts, type PersonalLayout } from "./schema";

const database = testDatabase();
const layoutWith = (name: string, part: Partial<PersonalLayout> = {}): PersonalLayout => ({
  id: newId(),
  name,
  kind: "sections:MR",
  layout: "1x2",
  linked: false,
  standard: false,
  cells: [null],
  ...part,
});

describe("layouts of one's own", () => {
  it("are kept for their person alone, beside the other settings", async () => {
    const [one, other] = [
      await seedActor(database.client, "layouts.one", []),
      await seedActor(database.client, "layouts.other", []),
    ];
    await setUserSettings(one.id, { theme: "light" });
    const kept = layoutWith("Mine");
    expect(await keepLayout(one, kept)).toEqual({ ok: true, layouts: [kept] });
    expect(await layoutsOf(one)).toEqual([kept]);
    expect(await layoutsOf(other)).toEqual([]);
    const row = await database.client.user.findUniqueOrThrow({ where: { id: one.id } });
    expect(row.settings).toMatchObject({ theme: "light" });
  });

  it("lose no other layout when two are kept at the same time", async () => {
    const actor = await seedActor(database.client, "layouts.both", []);
    await Promise.all(["a", "b", "c", "d"].map((name) => keepLayout(actor, layoutWith(name))));
    expect((await layoutsOf(actor)).map(({ name }) => name).toSorted()).toEqual(["a", "b", "c", "d"]);
  });

  it("have one standard a kind, can be replaced under their id, and forgotten twice", async () => {
    const actor = await seedActor(database.client, "layouts.standard", []);
    const first = layoutWith("First", { standard: true });
    await keepLayout(actor, first);
    await keepLayout(actor, layoutWith("Second", { standard: true }));
    expect((await layoutsOf(actor)).map(({ standard }) => standard)).toEqual([false, true]);
    await keepLayout(actor, { ...first, name: "Renamed" });
    expect((await layoutsOf(actor)).map(({ name }) => name)).toEqual(["Second", "Renamed"]);
    expect(await forgetLayout(actor, first.id)).toHaveLength(1);
    expect(await forgetLayout(actor, first.id)).toHaveLength(1);
  });

  it("are refused beyond the limit", async () => {
    const actor = await seedActor(database.client, "layouts.many", []);
    const full = Array.from({ length: mostLayouts }, (_, index) => layoutWith(`Layout ${index}`));
    await database.client.user.update({ where: { id: actor.id }, data: { settings: { layouts: full } } });
    expect(await keepLayout(actor, layoutWith("One more"))).toEqual({ ok: false, reason: "too-many" });
    expect(await layoutsOf(actor)).toHaveLength(mostLayouts);
  });
});
