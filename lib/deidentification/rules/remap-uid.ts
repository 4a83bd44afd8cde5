import { createHmac } from "node:crypto";

/** UIDs the standard itself registers (SOP classes, transfer syntaxes, coding schemes) name nobody and stay. */
const STANDARD_ROOT = "1.2.840.10008.";

/**
 * The same UID gives the same `2.25.` UID under one key, so references stay linked; without the key there is no way
 * back. The number is a UUID (PS3.5 B.2) made of 122 bits of the HMAC.
 */
export function remapUid(uid: string, key: Buffer): string {
  if (uid.startsWith(STANDARD_ROOT)) return uid;
  const digest = createHmac("sha256", key).update(`uid:${uid}`).digest().subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return `2.25.${BigInt(`0x${digest.toString("hex")}`)}`;
}

/** Key of a patient: HMAC of issuer and Patient ID, hex; null where there is no Patient ID. */
export function patientKey(issuer: string, patientId: string, key: Buffer): string | null {
  if (patientId.trim() === "") return null;
  return createHmac("sha256", key)
    .update(`patient:${JSON.stringify([issuer.trim(), patientId.trim()])}`)
    .digest("hex");
}
