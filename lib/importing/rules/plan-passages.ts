import type { CaseBundle } from "../schema";
import { contentHash } from "./content-hash";
import type { MakeId, PlannedImage, PlannedPassage, StoredPassage } from "./plan-types";

type Words = Pick<PlannedPassage, "kind" | "imageId" | "position" | "text" | "qa">;

function section(kind: PlannedPassage["kind"], text: string | null | undefined): Words[] {
  return text?.trim() ? [{ kind, imageId: null, position: 0, text, qa: null }] : [];
}

function wordsOf(bundle: CaseBundle, images: readonly PlannedImage[]): readonly Words[] {
  const { sections } = bundle;
  const byExternalId = new Map(images.map((image) => [image.externalId, image.id]));
  return [
    ...section("history", sections?.clinicalHistory),
    ...section("findings", sections?.imagingFindings),
    ...section("discussion", sections?.discussion),
    ...section("differential", sections?.differentialDiagnosis.join("\n")),
    ...section("diagnosis", sections?.finalDiagnosis),
    ...bundle.images.flatMap((image, index): Words[] => {
      const imageId = images[index]?.id;
      if (!image.caption?.trim() || !imageId) return [];
      return [{ kind: "caption", imageId, position: 0, text: image.caption, qa: null }];
    }),
    ...bundle.qa.map((item, position): Words => {
      const { question, options, answerIndexes, answer } = item;
      return {
        kind: "qa",
        imageId: item.image == null ? null : (byExternalId.get(item.image) ?? null),
        position,
        text: `${question}\n${answer}`,
        qa: {
          question,
          options,
          answerIndexes,
          answer,
          reasoning: item.reasoning ?? "",
          answerType: item.answerType ?? null,
          sourceQid: item.sourceQid ?? null,
        },
      };
    }),
  ];
}

interface Placed {
  readonly kind: string;
  readonly imageId: string | null;
  readonly position: number;
  readonly sourceQid: unknown;
}

/**
 * Where each text stands: a text in the same place with other words takes the place of the one before. Questions may
 * share a source id, as paraphrases do; they are counted.
 */
function slots(texts: readonly Placed[]): readonly string[] {
  const met = new Map<string, number>();
  return texts.map(({ kind, imageId, position, sourceQid }) => {
    const name =
      kind === "qa"
        ? sourceQid == null
          ? `qa ${position}`
          : `qa id ${sourceQid}`
        : `${kind} ${imageId ?? ""}`;
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    return `${name} #${count}`;
  });
}

/** What humans wrote, as passages: new ones, and changed ones that supersede. Texts that are gone are left alone. */
export function planPassages(
  bundle: CaseBundle,
  images: readonly PlannedImage[],
  stored: readonly StoredPassage[],
  makeId: MakeId,
): readonly PlannedPassage[] {
  const before = stored.toSorted((a, b) => a.position - b.position);
  const oldSlots = slots(before);
  const current = new Map(before.map((passage, index) => [oldSlots[index], passage]));
  const texts = wordsOf(bundle, images);
  const newSlots = slots(texts.map((words) => ({ ...words, sourceQid: words.qa?.sourceQid })));
  return texts.flatMap((words, index): PlannedPassage[] => {
    const { kind, imageId, text, qa } = words;
    const hash = contentHash({ kind, imageId, text, qa, language: bundle.language });
    const old = current.get(newSlots[index]);
    if (old?.contentHash === hash) return [];
    return [
      { ...words, id: makeId(), language: bundle.language, contentHash: hash, supersedes: old?.id ?? null },
    ];
  });
}
