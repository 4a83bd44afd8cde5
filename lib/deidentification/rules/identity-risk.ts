export interface RiskFacts {
  readonly sopClassUid: string;
  readonly modality: string;
  readonly imageType: readonly string[];
  readonly burnedInAnnotation: string | null;
  readonly recognisableFeatures: string | null;
  readonly hasGeometry: boolean;
}

const SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
const TEXT_IN_THE_PICTURE: ReadonlyMap<string, string> = new Map([
  ["US", "Ultrasound pictures often carry the patient's name."],
  ["IVUS", "Ultrasound pictures often carry the patient's name."],
  ["XA", "Angiography pictures often carry the patient's name."],
  ["ES", "Endoscopy pictures often carry the patient's name."],
  ["XC", "Photographs may show the patient."],
]);

/** Why a person should look at the picture before readers do; null where nothing speaks for text or a face in it. */
export function identityRisk(facts: RiskFacts): string | null {
  const saysNo = facts.burnedInAnnotation === "NO";
  const secondary =
    facts.imageType.includes("SECONDARY") &&
    !facts.hasGeometry &&
    ["CT", "MR", "PT", "NM"].includes(facts.modality);
  const reasons = [
    facts.burnedInAnnotation === "YES" ? "The file says that text is burned into the picture." : null,
    facts.recognisableFeatures === "YES" ? "The file says that the person can be recognised." : null,
    facts.sopClassUid === SECONDARY_CAPTURE || facts.sopClassUid.startsWith(`${SECONDARY_CAPTURE}.`)
      ? "Screen captures often carry the patient's name."
      : null,
    facts.imageType.some((value) => value === "SCREEN SAVE" || value === "SCREEN_SAVE") || secondary
      ? "The picture looks like a saved screen."
      : null,
    saysNo ? null : (TEXT_IN_THE_PICTURE.get(facts.modality) ?? null),
  ];
  return reasons.filter((reason) => reason !== null).join(" ") || null;
}
