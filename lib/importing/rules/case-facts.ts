import type { IncomingCase } from "../types";
import type { InstancePlan } from "./plan-instances";
import type { StoredCase } from "./plan-types";

/** What the row of a case says about it. */
export interface CaseFacts {
  readonly title: string;
  /** Before it is hashed with source and site; null where nobody knows. */
  readonly patient: string | null;
  /** What may not be split where no patient is known. */
  readonly group: string;
  readonly age: string | null;
  readonly sex: string | null;
  readonly language: string;
  readonly modalities: readonly string[];
  readonly bodyParts: readonly string[];
  /** Why a person must look before anybody reads; null = nothing found. */
  readonly holdReason: string | null;
}

/** Ages over 89 years name too few people (45 CFR 164.514(b)(2)(i)(C)). */
function age(value: string | null | undefined): string | null {
  if (!value) return null;
  const years = /^0*(\d+)\s*(y|yr|yrs|years?)?$/i.exec(value.trim())?.[1];
  return years !== undefined && Number(years) > 89 ? "90+" : value;
}

const distinct = (values: readonly (string | null)[]) =>
  [...new Set(values.filter((value): value is string => value !== null && value !== ""))].sort();

/** The one patient that all files name, else null. */
function patientOfFiles(incoming: IncomingCase): string | null {
  const keys = distinct(incoming.instances.map(({ normalised }) => normalised.patientKey));
  return keys.length === 1 ? (keys[0] ?? null) : null;
}

/** Whose case it is, as the bundle says or else its files; before it is hashed. Null where nobody knows. */
export const patientOf = (incoming: IncomingCase): string | null =>
  incoming.bundle?.patient?.key ?? patientOfFiles(incoming);

export function caseFacts(
  incoming: IncomingCase,
  placed: InstancePlan,
  stored: StoredCase | null,
): CaseFacts {
  const { bundle, instances } = incoming;
  const first = <T>(pick: (entry: (typeof instances)[number]["normalised"]) => T | null): T | null =>
    instances.map(({ normalised }) => pick(normalised)).find((value) => value !== null) ?? null;
  const modalities = distinct(placed.allSeries.map((series) => series.modality));
  const bodyParts = distinct(placed.allSeries.map((series) => series.bodyPart));
  const words = [modalities.join(", "), bodyParts.join(", ").toLowerCase()].filter(Boolean).join(" ");
  return {
    title: bundle?.title || (bundle ? words || `Case ${bundle.caseId}` : words || "Picture"),
    patient: patientOf(incoming),
    group: bundle?.group ?? incoming.externalId,
    age: age(bundle?.patient?.age) ?? first(({ patientAge }) => patientAge),
    sex: bundle?.patient?.sex ?? first(({ patientSex }) => patientSex),
    language: bundle?.language ?? "en",
    modalities,
    bodyParts,
    holdReason: stored?.holdReason ?? first(({ identityRisk }) => identityRisk),
  };
}
