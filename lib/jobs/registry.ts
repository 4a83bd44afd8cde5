import { compareMethods } from "./kinds/compare-methods";
import { draftCase } from "./kinds/draft-case";
import type { JobKind } from "./types";

/** Every kind of job: one file each in `kinds/`. */
export const kinds: readonly JobKind[] = [draftCase as JobKind, compareMethods as JobKind];

/** The kind of an id; null where this version knows none. */
export const findKind = (id: string): JobKind | null => kinds.find((kind) => kind.id === id) ?? null;
