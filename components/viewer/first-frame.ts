import type { InstanceMetadata } from "@/lib/cases/types";
import type { EarlyFrame } from "./early-frame";
import { type FirstLook, frameUrl } from "./first-look";
import { knownWebgl } from "./renderer";

/** Frames of these are decoded in the worker, by a codec that has to be fetched and compiled. */
const codecTypes: readonly InstanceMetadata["frameMediaType"][] = ["image/jphc", "image/jp2", "image/jls"];

/** The frame that a case shows first, as its decode worker is told; null where the worker has no part in it. */
export function earlyFrame(
  look: FirstLook,
  instances: Readonly<Record<string, InstanceMetadata>>,
): EarlyFrame | null {
  const [picture] = look.middle.pictures;
  const metadata = picture ? instances[picture.instanceId] : undefined;
  if (!picture || !metadata) return null;
  if (!codecTypes.includes(metadata.frameMediaType) || metadata.samplesPerPixel !== 1) return null;
  const frame = { instanceId: picture.instanceId, frame: picture.frame };
  return { early: true, frame, url: frameUrl(frame), metadata };
}

/**
 * The script of a page that asks for code before the code that needs it is here, for what draws with WebGL only where that
 * is done, and starts the decode worker on the first frame. The frame goes as the worker's name: a message would wait until
 * the page has time.
 */
export function earlyScript(
  files: readonly string[],
  webglFiles: readonly string[],
  decoding: { readonly workerUrl: string; readonly task: EarlyFrame } | null,
): string {
  const written = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
  const decode =
    decoding &&
    `{const task=${written(decoding.task)},worker=new Worker(${written(decoding.workerUrl)},{name:JSON.stringify(task)});
self.earlyDecoder={worker,frame:task.frame,decoded:new Promise(end=>{
worker.addEventListener("message",({data})=>{if(data&&data.early)end(data.decoded)});
worker.addEventListener("error",()=>end(null))})}}`;
  return `${decode ?? ""}
for(const src of [...${written(files)},...(${knownWebgl}?${written(webglFiles)}:[])])document.head.append(Object.assign(document.createElement("script"),{src}))`;
}
