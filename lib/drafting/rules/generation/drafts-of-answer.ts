import type { z } from "zod";
import { alignSentences } from "@/lib/core/text/align-sentences";
import type { QuestionAnswer, TextKind, TextPayload } from "@/lib/reading/schema";
import type { DraftSentence } from "@/lib/reading/types";
import { caption1 } from "../../prompts/caption-1";
import { captionFromFindings1 } from "../../prompts/caption-from-findings-1";
import { captionFromImage1 } from "../../prompts/caption-from-image-1";
import { captionFromText1 } from "../../prompts/caption-from-text-1";
import { discussion1 } from "../../prompts/discussion-1";
import { findings1 } from "../../prompts/findings-1";
import { modality1 } from "../../prompts/modality-1";
import { questionLabel1 } from "../../prompts/question-label-1";
import { questions1 } from "../../prompts/questions-1";
import { questionsSeveral1 } from "../../prompts/questions-several-1";
import { translationZh1 } from "../../prompts/translation-zh-1";
import type { Prompt, UntrustedBlock } from "../../types/prompt";
import { questionLines } from "../draft-text";
import type { Check } from "./ask-model";
import { answerCheck, questionsCheck } from "./read-answer";
import { linesProblem, payloadOfLines, unnumbered } from "./translation";

/** A person's words that a draft may rest on. */
export interface HumanText {
  readonly id: string;
  readonly text: string;
}

export interface ModelDraft {
  readonly kind: TextKind;
  readonly imageId: string | null;
  readonly payload: TextPayload;
  readonly sentences: readonly DraftSentence[];
}

/** Reads payloads from an answer of a prompt; none where the model says that nothing fits. */
type Reader = (
  asked: AskedWith,
  variables: Readonly<Record<string, string>>,
) => Check<readonly TextPayload[]>;

/** The parts of a composed request that its answer is read by. */
export interface AskedWith {
  readonly marker: string;
  readonly material: readonly UntrustedBlock[];
}

const textPayload = (text: string): TextPayload => ({ form: "text", text });

function reader<P extends Prompt>(
  prompt: P,
  payloads: (answer: z.infer<P["answer"]>) => readonly TextPayload[],
): [string, Reader] {
  const read: Reader =
    ({ marker }) =>
    (value) => {
      const answer = answerCheck(prompt, marker)(value);
      return answer.ok ? { ok: true, value: payloads(answer.value) } : answer;
    };
  return [`${prompt.id}-${prompt.version}`, read];
}

const readers = new Map<string, Reader>([
  reader(caption1, ({ caption }) => [textPayload(caption)]),
  reader(captionFromFindings1, ({ caption }) => (caption === null ? [] : [textPayload(caption)])),
  reader(captionFromImage1, ({ caption }) => [textPayload(caption)]),
  reader(captionFromText1, ({ caption }) => [textPayload(caption)]),
  reader(findings1, ({ findings }) => [textPayload(findings)]),
  reader(discussion1, ({ discussion }) => [textPayload(discussion)]),
  questionsReader(questions1),
  questionsReader(questionsSeveral1),
  [
    `${translationZh1.id}-${translationZh1.version}`,
    ({ marker, material }, { shape = "text" }) =>
      (value) => {
        const answer = answerCheck(translationZh1, marker)(value);
        if (!answer.ok) return answer;
        const { lines } = answer.value;
        const problem = linesProblem(unnumbered(material[0]?.text ?? ""), lines);
        if (problem !== null) return { ok: false, problem };
        return { ok: true, value: [payloadOfLines(lines, shape)] };
      },
  ],
  // Labels are no drafts; `labelCheck` reads them.
  reader(modality1, () => []),
  reader(questionLabel1, () => []),
]);

function questionsReader(prompt: Prompt & { readonly answer: typeof questions1.answer }): [string, Reader] {
  const read: Reader =
    ({ marker }, { count }) =>
    (value) => {
      const answer = questionsCheck(prompt, marker, Number(count))(value);
      return answer.ok ? { ok: true, value: answer.value.map((qa) => ({ form: "qa", qa })) } : answer;
    };
  return [`${prompt.id}-${prompt.version}`, read];
}

/** The check that makes drafts of a prompt's answers. @throws where no draft is made of them. */
export function payloadCheck(
  prompt: Prompt,
  asked: AskedWith,
  variables: Readonly<Record<string, string>>,
): Check<readonly TextPayload[]> {
  const found = readers.get(`${prompt.id}-${prompt.version}`);
  if (!found) throw new Error(`no draft is made of answers of ${prompt.id} ${prompt.version}`);
  return found(asked, variables);
}

/** A draft of a payload, each sentence pointing at the human sentence that it seems to come from, if any. */
export function modelDraft(
  place: { readonly kind: TextKind; readonly imageId: string | null },
  payload: TextPayload,
  sources: readonly HumanText[],
): ModelDraft {
  const sentences =
    payload.form === "text" ? textSentences(payload.text, sources) : questionSentences(payload.qa, sources);
  return { kind: place.kind, imageId: place.imageId, payload, sentences };
}

function textSentences(text: string, sources: readonly HumanText[]): DraftSentence[] {
  return alignSentences(text, sources).map(({ start, end, sources: found }, index) => ({
    id: `s${index + 1}`,
    start,
    end,
    sources: found.map(({ id, start: from, end: to }) => ({ passageId: id, start: from, end: to })),
  }));
}

/** Question, answer and reasoning, a line each; options are other possibilities and have no source. */
function questionSentences(qa: QuestionAnswer, sources: readonly HumanText[]): DraftSentence[] {
  const lines = questionLines(qa);
  const spoken = new Set([0, lines.length - 2, lines.length - 1]);
  let offset = 0;
  return lines.flatMap((line, index): DraftSentence[] => {
    const start = offset;
    offset += line.length + 1;
    if (!spoken.has(index) || line === "") return [];
    const found = textSentences(line, sources).flatMap((sentence) => sentence.sources);
    return [{ id: `s${index + 1}`, start, end: start + line.length, sources: found }];
  });
}
