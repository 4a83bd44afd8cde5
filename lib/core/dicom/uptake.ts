/** Standardized uptake values by what they are divided by: body weight, lean mass, surface, ideal weight (PS3.16 CID 85). */
export type UptakeKind = "SUVbw" | "SUVlbm" | "SUVbsa" | "SUVibw";

/** What a PET header says of dose, time and body. Times are seconds on one clock. */
export interface UptakeFacts {
  /** Units (0054,1001) and SUV Type (0054,1006). */
  readonly units: string | null;
  readonly suvType: string | null;
  /** Corrected Image (0028,0051). */
  readonly corrected: readonly string[];
  /** Decay Correction (0054,1102). */
  readonly decayCorrection: string | null;
  /** Radionuclide Total Dose (0018,1074), becquerels. */
  readonly dose: number | null;
  /** Radionuclide Half Life (0018,1075), seconds. */
  readonly halfLife: number | null;
  readonly injectedAt: number | null;
  /** The moment that the values are corrected to. */
  readonly scanAt: number | null;
  /** Kilograms and metres. */
  readonly weight: number | null;
  readonly height: number | null;
  readonly sex: string | null;
  /** SUV of a count, and Bq/ml of a count, as one vendor writes them (7053,1000) and (7053,1009). */
  readonly suvOfCount: number | null;
  readonly activityOfCount: number | null;
}

/** A rescaled value times `factor` is the uptake value of this kind. */
export interface UptakeFactor {
  readonly kind: UptakeKind;
  readonly factor: number;
}

/** Doses below 10 kBq are megabecquerels in the wrong unit. */
const LEAST_DOSE = 10_000;
/** After ten half-lives a thousandth is left: the times contradict each other. */
const MOST_HALF_LIVES = 10;
const HEAVIEST = 500;

const KIND_OF_TYPE: Readonly<Record<string, UptakeKind>> = {
  BW: "SUVbw",
  LBM: "SUVlbm",
  LBMJAMES128: "SUVlbm",
  LBMJANMA: "SUVlbm",
  BSA: "SUVbsa",
  IBW: "SUVibw",
};

/**
 * Which uptake values the header allows, the one shown first (QIBA's vendor-neutral way for SUV by body weight).
 * Empty where a dose, a time, a correction or the weight is missing or cannot be: then values stay as they are.
 */
export function uptakeFactors(facts: UptakeFacts): readonly UptakeFactor[] {
  switch (facts.units) {
    case "GML":
    case "CM2ML": {
      const stated = facts.units === "CM2ML" ? "BSA" : facts.suvType || "BW";
      const kind = KIND_OF_TYPE[stated];
      return kind ? [{ kind, factor: 1 }] : [];
    }
    case "BQML":
      return ofActivity(facts, 1);
    case "CNTS":
      if (positive(facts.suvOfCount)) return [{ kind: "SUVbw", factor: facts.suvOfCount }];
      return positive(facts.activityOfCount) ? ofActivity(facts, facts.activityOfCount) : [];
    default:
      return [];
  }
}

/** @param activity Bq/ml of a rescaled value of 1 */
function ofActivity(facts: UptakeFacts, activity: number): readonly UptakeFactor[] {
  const corrected = facts.corrected.includes("ATTN") && facts.corrected.some((each) => /^DECA?Y$/.test(each));
  const dose = corrected ? doseAtReference(facts) : null;
  const { weight, height, sex } = facts;
  if (dose === null || !positive(weight) || weight > HEAVIEST) return [];
  const perGram = activity / dose;
  const lean = positive(height) ? leanMass(weight, height, sex) : null;
  return [
    { kind: "SUVbw", factor: weight * 1000 * perGram },
    ...(lean === null ? [] : [{ kind: "SUVlbm" as const, factor: lean * 1000 * perGram }]),
    ...(positive(height) ? [{ kind: "SUVbsa" as const, factor: bodySurface(weight, height) * perGram }] : []),
  ];
}

/** Becquerels that were left at the moment the values are corrected to; null where that cannot be said. */
function doseAtReference(facts: UptakeFacts): number | null {
  const { dose, halfLife, injectedAt, scanAt } = facts;
  if (dose === null || dose < LEAST_DOSE) return null;
  if (facts.decayCorrection === "ADMIN") return dose;
  if (facts.decayCorrection !== "START" || !positive(halfLife) || injectedAt === null || scanAt === null)
    return null;
  const halfLives = (scanAt - injectedAt) / halfLife;
  return halfLives < 0 || halfLives > MOST_HALF_LIVES ? null : dose * 2 ** -halfLives;
}

/** Kilograms of lean body mass after Janmahasatian (2005); null where the sex is not known. */
function leanMass(weight: number, height: number, sex: string | null): number | null {
  const index = weight / height ** 2;
  if (sex === "M") return (9270 * weight) / (6680 + 216 * index);
  if (sex === "F") return (9270 * weight) / (8780 + 244 * index);
  return null;
}

/** Square centimetres of body surface after Du Bois (1916). */
function bodySurface(weight: number, height: number): number {
  return 71.84 * weight ** 0.425 * (height * 100) ** 0.725;
}

function positive(value: number | null): value is number {
  return value !== null && Number.isFinite(value) && value > 0;
}
