import { clips } from "./protocols/clips";
import { figures } from "./protocols/figures";
import { frontalLateral } from "./protocols/frontal-lateral";
import { inOrder } from "./protocols/in-order";
import { mammography } from "./protocols/mammography";
import { priorCurrent } from "./protocols/prior-current";
import { sections } from "./protocols/sections";
import { single } from "./protocols/single";
import { textOnly } from "./protocols/text-only";
import { twoStudies } from "./protocols/two-studies";
import type { HangingRule } from "./types";

/** Every hanging rule; the first that knows the kind of case hangs it, and the last knows every kind. */
export const hangingRules: readonly HangingRule[] = [
  textOnly,
  single,
  mammography,
  priorCurrent,
  twoStudies,
  frontalLateral,
  figures,
  sections,
  clips,
  inOrder,
];
