type Windows = typeof import("./webgl-code").windows;

let windows: Windows | null = null;
let loading: Promise<void> | null = null;

/** Whether the code that draws with WebGL is here. */
export function webglHere(): boolean {
  return windows !== null;
}

/** Fetches the code that draws with WebGL: half of the library, which a device without a graphics processor never reads. */
export function loadWebgl(): Promise<void> {
  loading ??= import(/* webpackChunkName: "webgl" */ "./webgl-code").then(
    (code) => {
      windows = code.windows;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Stands in the bundle for the library's WebGL windows (next.config.ts): they are made by the code that came since. */
const windowsLater = {
  newInstance: (): unknown => {
    if (!windows) throw new Error("The code that draws with WebGL has not been loaded");
    return windows.newInstance();
  },
};

export default windowsLater;
