// `npm run bench -- viewer`: opens and scrolls one series in Reading Room and in OHIF, in the same browser, in one run.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { launch, viewport } from "./browser/launch.mjs";
import { round } from "./browser/round.mjs";
import { startLink } from "./browser/slow-link.mjs";
import { readSeries } from "./ohif/dicom-json.mjs";
import { ohifVersion } from "./ohif/install.mjs";
import { startOhif } from "./ohif/server.mjs";
import { openRoom } from "./room.mjs";
import { seriesFolder, seriesOptions } from "./series/chosen.mjs";
import { linesOf, tableOf } from "./targets.mjs";

export const summary = "opens and scrolls one series here and in OHIF, and compares";

export const options = {
  ...seriesOptions,
  rounds: { type: "string", default: "3" },
  mbit: { type: "string", default: "0" },
  screen: { type: "string", default: `${viewport.width}x${viewport.height}` },
  cpu: { type: "boolean", default: false },
  "no-gpu": { type: "boolean", default: false },
  webgl: { type: "boolean", default: false },
  only: { type: "string" },
  timeout: { type: "string", default: "90" },
  shots: { type: "string" },
  json: { type: "string" },
};

/** Signs in and imports in a profile of its own; every measured profile gets its cookies. */
async function prepareOurs(room, folder, mode) {
  const { seconds } = await room.importFolder(folder);
  console.error(`imported in ${seconds} s`);
  const browser = await launch({ mode });
  try {
    const [url] = await room.signIn(browser.context);
    return { name: "ours", url, state: await browser.context.storageState() };
  } finally {
    await browser.close();
  }
}

export async function run(values, closers) {
  const asked = ["cpu", "no-gpu", "webgl"].filter((one) => values[one]);
  if (asked.length > 1) throw new Error("one of --cpu, --no-gpu and --webgl");
  const [mode = "webgl"] = asked;
  const mbit = Number(values.mbit);
  const [, width, height] = /^([1-9]\d{2,3})x([1-9]\d{2,3})$/.exec(values.screen) ?? [];
  if (!height)
    throw new Error(`--screen ${values.screen}: width and height are asked for, such as 1920x1080`);
  const screen = { width: Number(width), height: Number(height) };
  const rounds = Number(values.rounds);
  const folder = seriesFolder(values, closers);
  const series = readSeries(folder);
  const { summary: about } = series;
  console.error("series:", JSON.stringify(about));
  if (values.shots) fs.mkdirSync(values.shots, { recursive: true });

  const targets = [];
  if (values.only !== "ours") {
    const ohif = await startOhif(series, mode);
    closers.push(ohif.close);
    targets.push({ name: "ohif", url: ohif.url });
  }
  if (values.only !== "ohif") {
    const room = await openRoom();
    closers.push(room.close);
    targets.push(await prepareOurs(room, folder, mode));
  }
  const link = mbit > 0 ? await startLink(mbit) : null;
  if (link) closers.push(link.close);

  const results = [];
  const frames = Math.max(
    ...[...series.series.values()].map((list) =>
      list.reduce((sum, one) => sum + (one.metadata.NumberOfFrames ?? 1), 0),
    ),
  );
  const setting = { mode, screen, args: link?.args, frames, timeout: Number(values.timeout) * 1000 };
  for (let number = 1; number <= rounds; number++)
    for (const target of number % 2 === 1 ? targets : [...targets].reverse()) {
      const load = Number(os.loadavg()[0].toFixed(1));
      const measured = await round(target, { ...setting, shots: values.shots && path.resolve(values.shots) });
      results.push({ target: target.name, round: number, load, ...measured });
      console.error(`round ${number} ${target.name}:`, JSON.stringify({ load, ...measured }));
    }

  const names = targets.map(({ name }) => name);
  const rows = tableOf(results, names, { mode, mbit, seriesMB: about.megabytes });
  console.log(
    `${about.frames} slices ${about.size}, ${about.megabytes} MB uncompressed, ${mode}, page of ${values.screen}, ${rounds} rounds${mbit > 0 ? `, ${mbit} Mbit/s` : ""}, load ${results.map((one) => one.load).join(" ")}`,
  );
  console.log(linesOf(rows));
  for (const name of names) {
    const own = results.filter((one) => one.target === name);
    const kinds = [...new Set(own.map((one) => one.cold?.firstPictureIn ?? "nothing"))].join(", ");
    console.log(
      `${name}: first picture in ${kinds}, canvas ${own.find((one) => one.scroll)?.scroll.canvas ?? "-"}`,
    );
  }
  if (values.json) {
    const machine = {
      cpu: os.cpus()[0]?.model,
      cores: os.availableParallelism(),
      memoryGB: Math.round(os.totalmem() / 1e9),
      node: process.version,
      ohif: ohifVersion,
    };
    const record = {
      when: new Date().toISOString(),
      series: about,
      setting: { rounds, mode, mbit: mbit || null, screen },
      machine,
      medians: rows,
      rounds: results,
    };
    fs.writeFileSync(values.json, JSON.stringify(record, null, 1));
  }
  const drawn = names.every((name) =>
    results.some((one) => one.target === name && one.cold?.firstInteractive != null),
  );
  return drawn ? 0 : 1;
}
