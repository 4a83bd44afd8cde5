import { describe, expect, it } from "vitest";
import { stackOf } from "@/components/viewer/testing/stacks";
import { tileState, tilesOf } from "./tiles";

const picture = (id: string, label: string) => ({ ...stackOf(id, 1), label, seriesId: "figure" });

describe("tiles", () => {
  it("are one a series, and one for all pictures of a figure", () => {
    const tiles = tilesOf([picture("a", "Figure 1a"), stackOf("ct", 9), picture("b", "Figure 1b")]);
    expect(tiles.map(({ label, stacks }) => [label, stacks.length])).toEqual([
      ["Figure 1", 2],
      ["ct", 1],
    ]);
  });

  it("call pictures of several figures pictures", () => {
    expect(tilesOf([picture("a", "Figure 1"), picture("b", "Figure 2")])[0]?.label).toBe("Pictures");
  });

  it("say what keeps them from being read first, then whether all was seen", () => {
    const [whole] = tilesOf([stackOf("ct", 3)]);
    const [gap] = tilesOf([{ ...stackOf("ct", 3), notice: "Two slices are missing." }]);
    if (!whole || !gap) throw new Error("no tiles");
    const wanted = ["ct-0:1", "ct-2:1"];
    const all = new Set(wanted);
    expect(tileState(whole, [], wanted, new Set())).toBe("ready");
    expect(tileState(whole, ["loading"], wanted, all)).toBe("loading");
    expect(tileState(whole, ["ready", "failed"], wanted, all)).toBe("failed");
    expect(tileState(whole, ["ready"], wanted, new Set(["ct-0:1"]))).toBe("ready");
    expect(tileState(whole, ["ready"], wanted, all)).toBe("seen");
    expect(tileState(gap, [], wanted, new Set())).toBe("partial");
    expect(tileState(whole, [], [], all)).toBe("ready");
  });
});
