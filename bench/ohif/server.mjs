// Serves the built OHIF app, the manifest and the DICOM files of one folder on a free port of the loopback interface.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { manifest } from "./dicom-json.mjs";
import { ohifFolder } from "./install.mjs";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

// OHIF's own defaults, with the DICOM JSON source switched on and no dialogs over the picture
const config = (mode) =>
  `window.config = ${JSON.stringify({
    routerBasename: "/",
    extensions: [],
    modes: [],
    showStudyList: true,
    maxNumberOfWebWorkers: 3,
    showWarningMessageForCrossOrigin: false,
    showCPUFallbackMessage: false,
    showLoadingIndicator: true,
    useCPURendering: mode === "cpu", // without WebGL, OHIF shows nothing unless told so
    strictZSpacingForVolumeViewport: true,
    groupEnabledModesFirst: true,
    investigationalUseDialog: { option: "never" },
    maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
    defaultDataSourceName: "dicomjson",
    dataSources: [
      {
        namespace: "@ohif/extension-default.dataSourcesModule.dicomjson",
        sourceName: "dicomjson",
        configuration: { friendlyName: "DICOM JSON", name: "json" },
      },
    ],
  })};`;

export async function startOhif(series, mode) {
  const dist = ohifFolder();
  let body = "";
  const server = http.createServer((req, res) => {
    const send = (status, headers, data) =>
      res.writeHead(status, { "content-length": Buffer.byteLength(data), ...headers }).end(data);
    const url = decodeURIComponent(new URL(req.url, "http://x").pathname);
    if (url === "/app-config.js")
      return send(200, { "content-type": "text/javascript", "cache-control": "no-cache" }, config(mode));
    if (url === "/bench/manifest.json")
      return send(200, { "content-type": "application/json", "cache-control": "no-cache" }, body);
    const dicom = /^\/dicom\/(\d+)\.dcm$/.exec(url);
    if (dicom) {
      const image = series.images[dicom[1]];
      if (!image) return send(404, {}, "");
      res.writeHead(200, {
        "content-type": "application/dicom",
        "content-length": image.size,
        "cache-control": "private, max-age=86400, immutable",
      });
      return fs
        .createReadStream(image.file)
        .on("error", () => res.destroy())
        .pipe(res);
    }
    let file = path.join(dist, path.normalize(url));
    if (!file.startsWith(dist) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      if (path.extname(url)) return send(404, {}, "");
      file = path.join(dist, "index.html");
    }
    const ext = path.extname(file);
    const zipped = /gzip/.test(req.headers["accept-encoding"] ?? "") && fs.existsSync(`${file}.gz`);
    res.writeHead(200, {
      "content-type": TYPES[ext] ?? "application/octet-stream",
      "content-length": fs.statSync(zipped ? `${file}.gz` : file).size,
      "cache-control":
        ext === ".html" || ext === ".json" ? "no-cache" : "public, max-age=31536000, immutable",
      ...(zipped ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
    });
    fs.createReadStream(zipped ? `${file}.gz` : file)
      .on("error", () => res.destroy())
      .pipe(res);
  });
  await new Promise((ok, bad) => server.once("error", bad).listen(0, "127.0.0.1", ok));
  const base = `http://127.0.0.1:${server.address().port}`;
  body = JSON.stringify(manifest(series, (i) => `${base}/dicom/${i}.dcm`));
  return {
    url: `${base}/viewer/dicomjson?url=${encodeURIComponent(`${base}/bench/manifest.json`)}`,
    close: () =>
      new Promise((ok) => {
        server.close(() => ok());
        server.closeAllConnections();
      }),
  };
}
