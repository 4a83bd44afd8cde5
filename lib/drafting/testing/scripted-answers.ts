interface Body {
  readonly response_format?: { readonly json_schema?: { readonly name?: string } };
  readonly messages: readonly { readonly content: string | readonly { readonly text?: string }[] }[];
}

/** The words of a request's first user message. */
export function userWords(body: string): string {
  const content = (JSON.parse(body) as Body).messages[1]?.content ?? "";
  return typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("\n");
}

/** A fitting answer for every prompt that makes drafts, by the name of the schema that the request asks for. */
export function fittingAnswer(body: string): unknown {
  const { response_format: format } = JSON.parse(body) as Body;
  switch (format?.json_schema?.name) {
    case "findings":
      return { findings: "A mass of 3 cm lies in the left lobe of the liver." };
    case "discussion":
      return { discussion: "The mass is a haemangioma." };
    case "modality":
      return { modality: "CT", confidence: 0.9 };
    case "question_label":
      return { label: "knowledge", reason: "One look is enough." };
    case "translation_zh":
      return { lines: translatedLines(userWords(body)) };
    case "questions_several":
    case "questions": {
      const count = Number(/Write (\d+) question/.exec(userWords(body))?.[1] ?? 3);
      const pairs = Array.from({ length: count }, (_, index) => ({
        kind: index === 0 ? "closed" : "open",
        question: `Question ${index + 1} on the image?`,
        options: index === 0 ? ["Left", "Right"] : [],
        answer_indexes: index === 0 ? [0] : [],
        answer: index === 0 ? "Left" : "A mass in the left lobe of the liver.",
        reasoning: "A mass of 3 cm lies in the left lobe of the liver.",
      }));
      return { pairs };
    }
    default:
      return { caption: "A mass of 3 cm lies in the left lobe of the liver. A cause is not seen." };
  }
}

/** As many lines as were given, each with the sides, negations and figures of its own that the checks ask for. */
function translatedLines(words: string): readonly string[] {
  return [...words.matchAll(/^\d+\. (.*)$/gm)].map(([, line = ""]) => {
    const sides = [
      /\bleft\b/i.test(line) ? "左" : "",
      /\bright\b/i.test(line) ? "右" : "",
      /\b(?:both|bilateral)\b/i.test(line) ? "双侧" : "",
      /\b(?:not?|without)\b/i.test(line) ? "未见" : "",
    ];
    const figures = line.match(/\b[A-Z]?\d+(?:\.\d+)?(?: (?:mm|cm))?\b/g) ?? [];
    return `译文：${[...sides, ...figures].filter(Boolean).join("，")}肿块。`;
  });
}
