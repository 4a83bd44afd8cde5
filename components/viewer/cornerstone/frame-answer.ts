export interface FrameBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** The server answered and has no frame to give. */
export class FrameRefused extends Error {
  /** HTTP. */
  readonly status: number;

  constructor(status: number, url: string) {
    super(`the server answered ${status} for ${url}`);
    this.status = status;
  }
}

/** The bytes of one frame from the server. Throws on anything but 200 and when aborted. */
export async function readFrame(url: string, signal?: AbortSignal): Promise<FrameBytes> {
  const response = await fetch(url, { credentials: "same-origin", ...(signal ? { signal } : {}) });
  if (!response.ok) throw new FrameRefused(response.status, url);
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get("Content-Type") ?? "",
  };
}

/** The transfer syntax that a Content-Type states; null where it states none. */
export function statedTransferSyntax(contentType: string): string | null {
  return /transfer-syntax\s*=\s*"?([0-9.]+)"?/i.exec(contentType)?.[1] ?? null;
}
