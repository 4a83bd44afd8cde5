import { createHash } from "node:crypto";
import sharp from "sharp";
import { framePicture } from "@/lib/cases/data/frame-picture";
import { database } from "@/lib/db/client";
import type { ImagePoint } from "@/lib/reading/schema";
import { regionOutlines } from "../rules/generation/region-outlines";
import type { PictureSpec } from "../schema";
import type { PromptPicture } from "../types/prompt";

/**
 * A picture for a model: the de-identified stored frame at a window, cut to its panel, not larger than the spec says, with
 * the outlines of regions or without. The same spec gives the same bytes.
 */
export async function promptPicture(
  spec: Omit<PictureSpec, "sha256">,
): Promise<PromptPicture & { readonly sha256: string }> {
  const whole = await framePicture(spec, spec.window ?? undefined);
  const { width: fullWidth } = await sharp(whole).metadata();
  const plain = await sharp(whole)
    .resize({
      width: spec.longestSide,
      height: spec.longestSide,
      fit: "inside",
      withoutEnlargement: true,
      kernel: "lanczos3",
    })
    .png({ compressionLevel: 9, palette: false })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = plain.info;
  const png =
    spec.regionIds.length === 0
      ? plain.data
      : await outlined(plain.data, spec, { width, height, scale: width / fullWidth });
  return {
    name: spec.name,
    png,
    width,
    height,
    sha256: createHash("sha256").update(png).digest("hex"),
  };
}

async function outlined(
  png: Buffer,
  { regionIds, crop }: Pick<PictureSpec, "regionIds" | "crop">,
  size: { readonly width: number; readonly height: number; readonly scale: number },
): Promise<Buffer> {
  const rows = await (await database()).sourceRegion.findMany({
    where: { id: { in: [...regionIds] } },
    select: { id: true, kind: true, points: true },
  });
  const regions = regionIds.flatMap((id) => {
    const row = rows.find((region) => region.id === id);
    return row ? [{ kind: row.kind, points: row.points as unknown as readonly ImagePoint[] }] : [];
  });
  const svg = regionOutlines(regions, { ...size, left: crop?.[0] ?? 0, top: crop?.[1] ?? 0 });
  return sharp(png)
    .toColourspace("srgb")
    .composite([{ input: Buffer.from(svg), left: 0, top: 0 }])
    .removeAlpha()
    .png({ compressionLevel: 9, palette: false })
    .toBuffer();
}
