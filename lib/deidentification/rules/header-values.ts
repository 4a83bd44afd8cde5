import type { Header } from "../types";

/** Numbers of a header element; empty where it is absent. */
export function numbersOf(header: Header | undefined, tag: string): readonly number[] {
  return (header?.[tag]?.Value ?? []).filter((value) => typeof value === "number");
}

export function numberOf(header: Header | undefined, tag: string): number | null {
  return numbersOf(header, tag)[0] ?? null;
}

/** Strings of a header element; empty where it is absent. */
export function textsOf(header: Header | undefined, tag: string): readonly string[] {
  return (header?.[tag]?.Value ?? []).filter((value) => typeof value === "string");
}

export function textOf(header: Header | undefined, tag: string): string | null {
  return textsOf(header, tag)[0] ?? null;
}

/** Items of a sequence; empty where it is absent. */
export function itemsOf(header: Header | undefined, tag: string): readonly Header[] {
  return (header?.[tag]?.Value ?? []).filter((value) => typeof value === "object");
}
