import sharp from "sharp";
import { framePicture } from "@/lib/cases/data/frame-picture";
import { database } from "@/lib/db/client";

/** Models of text and picture look at no more; pixels. */
const longestSide = 512;

/** The picture that a case is embedded with: its first image, de-identified, small, as PNG. Null where it has none. */
export async function casePicture(caseId: string): Promise<Buffer | null> {
  const image = await (await database()).image.findFirst({
    where: { caseId, parentId: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { instanceId: true, frame: true, crop: true },
  });
  if (!image) return null;
  const crop = Array.isArray(image.crop) && image.crop.length === 4 ? image.crop.map(Number) : null;
  const [x, y, width, height] = crop ?? [];
  const cut =
    x === undefined || y === undefined || width === undefined || height === undefined
      ? null
      : ([x, y, width, height] as const);
  return sharp(await framePicture({ ...image, crop: cut }))
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer();
}
