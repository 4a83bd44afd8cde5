import type { TruthRow } from "./row";
import { projections } from "./table-projections";
import { sections } from "./table-sections";
import { values } from "./table-values";

/** What must be true on the screen, one synthetic object a row. */
export const truthTable: readonly TruthRow[] = [...sections, ...values, ...projections];
