import { createHash } from "node:crypto";

/** A UID under 2.25 (PS3.5 B.2) made of a name, so that it is the same on every run. */
export function uidOf(name: string): string {
  const digest = createHash("sha256").update(`reading-room-demo/${name}`).digest("hex").slice(0, 32);
  return `2.25.${BigInt(`0x${digest}`)}`;
}
