import { z } from "zod";
import type { CheckInput } from "../types";

const metadataSchema = z.object({
  Modality: z.string().optional(),
  BodyPartExamined: z.string().optional(),
  Laterality: z.string().optional(),
  plane: z.string().optional(),
  sequence: z.string().optional(),
  sliceThicknessMm: z.number().optional(),
  patientSex: z.string().optional(),
  patientAge: z.string().optional(),
});

const pairSchema = z
  .object({
    id: z.string().min(1),
    source: z.string().min(1),
    draft: z.string().min(1).optional(),
    question: z.string().min(1).optional(),
    answer: z.string().min(1).optional(),
    metadata: metadataSchema.nullish(),
    regions: z.object({ measuresMm: z.array(z.number()) }).optional(),
  })
  .refine(
    ({ draft, question, answer }) => draft !== undefined || (question !== undefined && answer !== undefined),
    {
      message: "give draft, or question and answer",
    },
  );

export interface DraftPair {
  readonly id: string;
  readonly input: CheckInput;
}

export interface PairFault {
  /** Counted from 1. */
  readonly line: number;
  readonly sentence: string;
}

/** Reads pairs of source and draft, one JSON object a line. A line that cannot be read is a fault; the others go on. */
export function readPairs(text: string): { pairs: DraftPair[]; faults: PairFault[] } {
  const pairs: DraftPair[] = [];
  const faults: PairFault[] = [];
  text.split(/\r?\n/).forEach((row, index) => {
    if (row.trim() === "") return;
    const read = readPair(row);
    if (typeof read === "string") faults.push({ line: index + 1, sentence: read });
    else pairs.push(read);
  });
  return { pairs, faults };
}

function readPair(row: string): DraftPair | string {
  let json: unknown;
  try {
    json = JSON.parse(row);
  } catch {
    return "this is not JSON.";
  }
  const parsed = pairSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join(".") ?? "";
    return field === "" ? `${issue?.message}.` : `${field}: ${issue?.message}.`;
  }
  const { id, source, draft, question, answer, metadata, regions } = parsed.data;
  return {
    id,
    input: {
      text: draft ?? answer ?? "",
      question: draft === undefined ? question : undefined,
      passages: [{ id: "source", kind: "source", text: source }],
      metadata: metadata ?? undefined,
      regions,
    },
  };
}
