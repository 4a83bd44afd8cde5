import { createHmac } from "node:crypto";

/** A patient of one source and site as a keyed hash, hex; without the key nobody can try names against it. */
export function patientKeyOf(
  patient: string,
  source: { readonly name: string; readonly site: string },
  identityKey: Buffer,
): string {
  const message = JSON.stringify(["patient", source.name, source.site, patient]);
  return createHmac("sha256", identityKey).update(message).digest("hex");
}

/** What may not be split: the patient; else what the source says belongs together, within that source. */
export function groupKeyOf(
  patientKey: string | null,
  group: string,
  source: { readonly name: string; readonly site: string },
): string {
  return patientKey ?? [source.name, source.site, group].filter(Boolean).join(" / ");
}
