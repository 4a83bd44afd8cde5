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
