import { type FrameBytes, FrameRefused, readFrame } from "./frame-answer";

/** Rests before the second and the third try; milliseconds. After that a slice has failed until somebody asks for it again. */
const rests = [300, 1500] as const;

/** A line that broke, or a server that is busy or being started again: another try may do. */
const mayPass = (error: unknown): boolean =>
  error instanceof FrameRefused
    ? error.status >= 500 || error.status === 408 || error.status === 429
    : error instanceof TypeError;

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, left) => {
    const leave = () => {
      clearTimeout(timer);
      left(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      done();
    }, milliseconds);
    signal.addEventListener("abort", leave, { once: true });
  });
}

/** The bytes of one frame, asked for three times at most. Throws what the last try met, and at once when aborted. */
export async function readFrameTrying(url: string, signal: AbortSignal): Promise<FrameBytes> {
  for (const pause of rests)
    try {
      return await readFrame(url, signal);
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      await rest(pause, signal);
    }
  return readFrame(url, signal);
}
