import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DraftingImage, DraftingInput, DraftingPassage } from "../types/drafts";

/** Real cases for tests: texts and labels below SAMPLE_DATA_DIR, in the drafter's own form. */
export interface SampleCase {
  readonly name: string;
  readonly input: DraftingInput;
}

const text = z.string().nullish();
const medpixCases = z.array(
  z.looseObject({
    U_id: z.string(),
    Case: z.looseObject({
      History: text,
      Findings: text,
      "Differential Diagnosis": text,
      "Case Diagnosis": text,
      Discussion: text,
    }),
  }),
);
const medpixImages = z.array(
  z.looseObject({
    Type: z.string(),
    U_id: z.string(),
    image: z.string(),
    Description: z.looseObject({ Caption: text, "Figure Part": text, Plane: text }),
  }),
);

function image(id: string, modality: string | null, rest: Partial<DraftingImage> = {}): DraftingImage {
  return { id, figure: null, modality, plane: null, bodyPart: null, oneOfMany: false, ...rest };
}

function sample(
  name: string,
  images: DraftingImage[],
  passages: readonly (DraftingPassage | null)[],
): SampleCase {
  const kept = passages.filter((passage) => passage !== null);
  return { name, input: { language: "en", images, passages: kept, given: [] } };
}

function passage(
  id: string,
  kind: DraftingPassage["kind"],
  words: string | null | undefined,
  imageId: string | null = null,
): DraftingPassage | null {
  return words?.trim() ? { id, kind, imageId, text: words, qa: null } : null;
}

function medpix(folder: string): SampleCase[] {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const pictures = medpixImages.parse(read("Descriptions.json"));
  return medpixCases.parse(read("Case_topic.json")).map(({ U_id, Case }) => {
    const own = pictures.filter((picture) => picture.U_id === U_id);
    const images = own.map(({ image: id, Type, Description }) =>
      image(id, Type, { figure: Description["Figure Part"] ?? null, plane: Description.Plane ?? null }),
    );
    return sample(U_id, images, [
      passage("history", "history", Case.History),
      passage("findings", "findings", Case.Findings),
      passage("discussion", "discussion", Case.Discussion),
      passage("differential", "differential", Case["Differential Diagnosis"]),
      passage("diagnosis", "diagnosis", Case["Case Diagnosis"]),
      ...own.map((picture) =>
        passage(`caption ${picture.image}`, "caption", picture.Description.Caption, picture.image),
      ),
    ]);
  });
}

function openi(folder: string): SampleCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .map((file) => {
      const xml = readFileSync(join(folder, file), "utf8");
      const section = (label: string) =>
        xml.match(new RegExp(`<AbstractText Label="${label}">([^<]*)<`))?.[1]?.replace(/&lt;/g, "<");
      const images = [...xml.matchAll(/<parentImage id="([^"]+)"/g)].map((match) =>
        image(match[1] ?? "", "X-ray"),
      );
      return sample(file, images, [
        passage("history", "history", section("INDICATION")),
        passage("findings", "findings", section("FINDINGS")),
        passage("discussion", "discussion", section("IMPRESSION")),
      ]);
    });
}

function roco(folder: string): SampleCase[] {
  return readFileSync(join(folder, "validation_radiology_captions.txt"), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .flatMap(([id, caption]) =>
      id && caption
        ? [sample(id, [image(id, null)], [passage(`caption ${id}`, "caption", caption, id)])]
        : [],
    );
}

/** Every case with text below the folder; empty where the folder is not there. */
export function sampleCases(folder: string): SampleCase[] {
  const readers = { medpix2: medpix, "openi-reports-xml": openi, "roco-captions": roco };
  return Object.entries(readers).flatMap(([name, read]) => {
    const place = join(folder, "cases", name);
    return existsSync(place) ? read(place) : [];
  });
}
