import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import type { InstanceMetadata } from "@/lib/cases/types";
import type { EarlyFrame } from "./early-frame";
import { earlyFrame, earlyScript } from "./first-frame";
import type { FirstLook, FirstPicture } from "./first-look";

const grey = { frameMediaType: "image/jphc", samplesPerPixel: 1 } as InstanceMetadata;
const picture = { instanceId: "one", frame: 3 } as FirstPicture;
const look = { middle: { layout: "1x1", pictures: [picture] } } as unknown as FirstLook;
const task: EarlyFrame = {
  early: true,
  frame: { instanceId: "one", frame: 3 },
  url: "/api/instances/one/frames/3",
  metadata: { ...grey, modality: "</script><script>alert(1)" },
};

test("the decode worker is told of the first frame where it is grey and has a codec", () => {
  expect(earlyFrame(look, { one: grey })).toEqual({ ...task, metadata: grey });
  expect(earlyFrame(look, { one: { ...grey, frameMediaType: "image/png" } })).toBeNull();
  expect(earlyFrame(look, { one: { ...grey, samplesPerPixel: 3 } })).toBeNull();
  expect(earlyFrame(look, {})).toBeNull();
  expect(earlyFrame({ middle: { layout: "1x1", pictures: [] } } as unknown as FirstLook, {})).toBeNull();
});

/** Runs a page's script, and says what it asked the page for. */
function ran(script: string, kept: Readonly<Record<string, string>> = {}, search = "") {
  const appended: string[] = [];
  const workers: { url: string; name: string; heard: Record<string, (event: object) => void> }[] = [];
  const self: { earlyDecoder?: { frame: object; decoded: Promise<unknown> } } = {};
  runInNewContext(script, {
    self,
    URLSearchParams,
    location: { search },
    localStorage: { getItem: (key: string) => kept[key] ?? null },
    document: {
      createElement: () => ({}),
      head: { append: ({ src }: { readonly src: string }) => appended.push(src) },
    },
    Worker: class {
      readonly heard: Record<string, (event: object) => void> = {};
      constructor(url: string, { name }: { readonly name: string }) {
        workers.push({ url, name, heard: this.heard });
      }
      addEventListener(kind: string, listener: (event: object) => void) {
        this.heard[kind] = listener;
      }
    },
  });
  return { appended, workers, self };
}

test("the script of a page asks for its code and starts the worker on the frame", async () => {
  const script = earlyScript(["/a.js", "/b.js"], [], { workerUrl: "/worker.js", task });
  expect(script).not.toContain("</script>");
  const { appended, workers, self } = ran(script);
  expect(appended).toEqual(["/a.js", "/b.js"]);
  expect(workers.map(({ url }) => url)).toEqual(["/worker.js"]);
  expect(JSON.parse(workers[0]?.name ?? "")).toEqual(task);
  expect(self.earlyDecoder?.frame).toEqual(task.frame);
  workers[0]?.heard.message?.({ data: { id: "of the library" } });
  workers[0]?.heard.message?.({ data: { early: true, decoded: "samples" } });
  expect(await self.earlyDecoder?.decoded).toBe("samples");
});

test("a worker that fails says so, and a page without a first frame starts none", async () => {
  const { workers, self } = ran(earlyScript([], [], { workerUrl: "/worker.js", task }));
  workers[0]?.heard.error?.({});
  expect(await self.earlyDecoder?.decoded).toBeNull();
  expect(ran(earlyScript(["/a.js"], [], null)).workers).toEqual([]);
});

test("code for WebGL is asked for where this browser draws with it", () => {
  const script = earlyScript(["/a.js"], ["/webgl.js"], null);
  const both = ["/a.js", "/webgl.js"];
  expect(ran(script).appended).toEqual(["/a.js"]);
  expect(ran(script, { "reading-room.renderer-found": "webgl Some Browser" }).appended).toEqual(both);
  expect(ran(script, { "reading-room.renderer-found": "cpu Some Browser" }).appended).toEqual(["/a.js"]);
  const chosen = { "reading-room.renderer": "cpu", "reading-room.renderer-found": "webgl Some Browser" };
  expect(ran(script, chosen).appended).toEqual(["/a.js"]);
  expect(ran(script, chosen, "?renderer=webgl").appended).toEqual(both);
});
