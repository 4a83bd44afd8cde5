import type { InstanceMetadata } from "@/lib/cases/types";

/** What the page tells the decode worker itself, beside the tasks that the image library gives it. */
export interface EarlyFrame {
  readonly early: true;
  readonly metadata: InstanceMetadata;
  readonly transferSyntax: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function isEarlyFrame(message: unknown): message is EarlyFrame {
  return typeof message === "object" && message !== null && "early" in message;
}
