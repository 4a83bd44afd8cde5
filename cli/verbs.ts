import type { Verb } from "./verb";

/** Every verb of the command line, in the order of the overall help. */
export const verbs: readonly Verb[] = [];
