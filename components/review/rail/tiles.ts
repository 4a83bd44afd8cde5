import type { StackView } from "@/lib/cases/types";

/** What one tile of the rail stands for: a series, or all pictures of a figure. */
export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly stacks: readonly [StackView, ...StackView[]];
}

/** "Figure 1" of "Figure 1a" and "Figure 1b"; what the pictures have in common. */
function figureName(stacks: readonly StackView[]): string {
  const names = new Set(stacks.map((stack) => /^\D*\d+/.exec(stack.label)?.[0] ?? stack.label));
  const [name] = names;
  return names.size === 1 && name ? name : "Pictures";
}

/** The tiles of a case, in its order. Pictures of one figure share a tile. */
export function tilesOf(stacks: readonly StackView[]): readonly Tile[] {
  const groups = new Map<string, [StackView, ...StackView[]]>();
  for (const stack of stacks) {
    const key = stack.kind === "figure" ? stack.seriesId : stack.id;
    const group = groups.get(key);
    if (group) group.push(stack);
    else groups.set(key, [stack]);
  }
  return [...groups].map(([id, group]) => ({
    id,
    label: group.length > 1 ? figureName(group) : group[0].label,
    stacks: group,
  }));
}

/** How far the reader and the loading are with a tile. */
export type TileState = "loading" | "failed" | "partial" | "seen" | "ready";

/**
 * The one state that a tile shows: what keeps it from being read comes first.
 * @param shown readiness of the cells that show it. @param wanted "instance:frame" of what should be looked at.
 */
export function tileState(
  tile: Tile,
  shown: readonly string[],
  wanted: readonly string[],
  seen: ReadonlySet<string>,
): TileState {
  if (shown.includes("failed")) return "failed";
  if (shown.some((kind) => kind === "loading" || kind === "preview")) return "loading";
  if (wanted.length > 0 && wanted.every((key) => seen.has(key))) return "seen";
  return tile.stacks.some((stack) => stack.notice !== null) ? "partial" : "ready";
}
