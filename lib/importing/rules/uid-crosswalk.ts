import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const keyOf = (identityKey: Buffer) =>
  Buffer.from(hkdfSync("sha256", identityKey, "", "reading-room uid crosswalk", 32));

/** An original UID, sealed with AES-256-GCM under a key derived from the identity key: nonce, tag, ciphertext. */
export function sealUid(original: string, remapped: string, identityKey: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(identityKey), nonce).setAAD(Buffer.from(remapped));
  const sealed = Buffer.concat([cipher.update(original, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The original UID again. @throws when the key is another one or the row was tampered with. */
export function openUid(sealed: Uint8Array, remapped: string, identityKey: Buffer): string {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv("aes-256-gcm", keyOf(identityKey), bytes.subarray(0, 12))
    .setAAD(Buffer.from(remapped))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
