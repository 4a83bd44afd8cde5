import { describe, expect, it } from "vitest";
import { checkPayload } from "@/lib/drafting/consistency/rules/check-payload";
import type { CheckPassage } from "@/lib/drafting/consistency/types";
import { draftText } from "@/lib/drafting/rules/draft-text";
import type { BundleDraft, CaseBundle } from "./bundle/types";
import { DEMO_CASES } from "./demo";

/** The texts of a case that speak of an image: its own caption, none of another image, and what is said of the whole case. */
function passagesFor({ sections, images }: CaseBundle, image: string | null): CheckPassage[] {
  const passages: CheckPassage[] = [];
  const add = (kind: string, text: string | null) => {
    if (text) passages.push({ id: `${kind} ${passages.length}`, kind, text });
  };
  add("history", sections.clinicalHistory);
  add("findings", sections.imagingFindings);
  add("discussion", sections.discussion);
  add("differential", sections.differentialDiagnosis.join("\n"));
  add("diagnosis", sections.finalDiagnosis);
  for (const one of images) if (image === null || one.id === image) add("caption", one.caption);
  return passages;
}

function flagsOf(bundle: CaseBundle, { image, text, qa }: BundleDraft): string[] {
  const payload = qa
    ? {
        form: "qa" as const,
        qa: {
          ...qa,
          options: [...qa.options],
          answerIndexes: [...qa.answerIndexes],
          reasoning: qa.reasoning ?? "",
        },
      }
    : { form: "text" as const, text: text ?? "" };
  const whole = draftText(payload);
  const { flags } = checkPayload(payload, {
    passages: passagesFor(bundle, image),
    metadata: { patientAge: bundle.patient.age ?? undefined, patientSex: bundle.patient.sex ?? undefined },
    measuresMm: [],
  });
  return flags.map(({ kind, start, end }) => `${kind}: ${whole.slice(start, end)}`);
}

const planted: Readonly<Record<string, readonly string[]>> = {
  "demo-ct-liver": ["caption laterality: right", "qa laterality: Right"],
  "demo-mr-pelvis": ["caption sequence: T2-weighted"],
  "demo-figure-adnexa": ["caption marker: red arrow", "qa marker: The solid tumour"],
  "demo-cr-chest": ["caption measurement: 34 mm"],
  "demo-us-liver": ["findings laterality: left"],
};

describe("flags on the drafts of the demo cases", () => {
  it.each(DEMO_CASES.map(({ bundle }) => [bundle.caseId, bundle] as const))(
    "%s: the planted errors and nothing else",
    (id, bundle) => {
      const found = bundle.drafts.flatMap((draft) =>
        flagsOf(bundle, draft).map((flag) => `${draft.kind} ${flag}`),
      );
      expect(found).toEqual(planted[id] ?? []);
    },
  );
});
