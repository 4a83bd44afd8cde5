import { open, type QuestionRule } from "./types";

const colour =
  "(?:(?:red|white|black|yellow|blue|green|orange|purple|pink|gr[ae]y|open|solid|small|large|long|short|thick|thin|curved|straight)\\s+)*";
const marks = "arrow\\s?heads?|arrows?|asterisks?|stars?|circles?";
const inBrackets = new RegExp(`\\((?:the\\s+)?(${colour}(?:${marks}))\\)`, "gi");
const pointing = new RegExp(
  `(?:^|[\\s(])(?:the\\s+)?(${colour}(?:${marks}))\\s*(?:[-–—:=]|\\b(?:indicates?|indicating|points? (?:to|at)|pointing (?:to|at)|shows?|marks?|denotes?|represents?|delineates?)\\b)\\s*([^.;,()]{3,90})`,
  "gi",
);
/** Where the phrase before a bracketed mark begins. */
const openings =
  /[,;:.()]|\b(?:shows?|showing|shown|demonstrat\w+|reveal\w*|with|note|depict\w*|display\w*|there (?:is|are|was|were)|indicat\w+|confirm\w*|identif\w+|see|and|which|that|is|are|was|were|seen|after|by|due to|containing|illustrat\w+|recogni[sz]\w+|performed|could)\b/gi;

function phraseBefore(text: string): string {
  const last = [...text.matchAll(openings)].at(-1);
  return text.slice(last ? last.index + last[0].length : 0).trim();
}

const usable = (phrase: string) => {
  const words = phrase.split(/\s+/).length;
  return words <= 14 && /\p{L}{4,}/u.test(phrase) && !/^(?:of|in|on|at|to|by|for|from|the)$/i.test(phrase);
};

/** "What does the red arrow indicate?" from a phrase beside a mark. A mark that is used twice is not asked about. */
export const marker: QuestionRule = {
  id: "marker",
  candidates: ({ sentences }) =>
    sentences.flatMap((sentence) => {
      const { text } = sentence;
      const found = [
        ...[...text.matchAll(inBrackets)].map((match) => ({
          mark: match[1] ?? "",
          phrase: phraseBefore(text.slice(0, match.index)),
        })),
        ...[...text.matchAll(pointing)].map((match) => ({
          mark: match[1] ?? "",
          phrase: (match[2] ?? "").trim(),
        })),
      ].map(({ mark, phrase }) => ({
        mark: mark.toLowerCase().replace(/\s+/g, " "),
        phrase: phrase.replace(/\s+/g, " "),
      }));
      return found
        .filter(
          ({ mark, phrase }) => usable(phrase) && found.filter((other) => other.mark === mark).length === 1,
        )
        .map(({ mark, phrase }) =>
          open(
            sentence,
            `What ${mark.endsWith("s") ? "do" : "does"} the ${mark} indicate?`,
            `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`,
          ),
        );
    }),
};
