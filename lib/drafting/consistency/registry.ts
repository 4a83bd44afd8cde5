import { attributeSwap } from "./checks/attribute-swap";
import { certainty } from "./checks/certainty";
import { count } from "./checks/count";
import { demographics } from "./checks/demographics";
import { laterality } from "./checks/laterality";
import { level } from "./checks/level";
import { marker } from "./checks/marker";
import { measurement } from "./checks/measurement";
import { modality } from "./checks/modality";
import { negation } from "./checks/negation";
import { plane } from "./checks/plane";
import { sequence } from "./checks/sequence";
import { severity } from "./checks/severity";
import { signal } from "./checks/signal";
import { temporal } from "./checks/temporal";
import { unit } from "./checks/unit";
import { unsupported } from "./checks/unsupported";
import type { ConsistencyCheck } from "./rules/check-case";

/** Every check. The last two look at what the others found. */
export const consistencyChecks: readonly ConsistencyCheck[] = [
  laterality,
  measurement,
  unit,
  count,
  level,
  severity,
  signal,
  temporal,
  demographics,
  modality,
  plane,
  sequence,
  marker,
  certainty,
  negation,
  attributeSwap,
  unsupported,
];
