import { type ListItem, listItems, mayBeTheSame } from "../list-items";
import type { QuestionRule } from "./types";

const mostOptions = 5;

/** The diagnosis of the case, closed with options from its differential where that has others, else open. */
export const diagnosis: QuestionRule = {
  id: "diagnosis",
  candidates: ({ images, passages }) => {
    const items = (kind: "diagnosis" | "differential") =>
      passages.filter((passage) => passage.kind === kind).flatMap(listItems);
    const [answer] = items("diagnosis");
    if (!answer) return [];
    const imageId = images.length === 1 ? (images[0]?.id ?? null) : null;
    const others = items("differential").filter((item) => !mayBeTheSame(item, answer));
    const question = "Which diagnosis does the source give for this case?";
    if (others.length === 0)
      return [
        { imageId, question, options: [], answerIndexes: [], answer: `${answer.text}.`, sources: [answer] },
      ];
    const chosen: ListItem[] = [answer, ...others.slice(0, mostOptions - 1)].sort((a, b) =>
      a.text.toLowerCase() < b.text.toLowerCase() ? -1 : 1,
    );
    return [
      {
        imageId,
        question,
        options: chosen.map((item) => item.text),
        answerIndexes: [chosen.indexOf(answer)],
        answer: answer.text,
        sources: [answer],
      },
    ];
  },
};

/** "Which other diagnoses does the source consider?" from a differential of at least two. */
export const differential: QuestionRule = {
  id: "differential",
  candidates: ({ passages }) => {
    const items = passages.filter((passage) => passage.kind === "differential").flatMap(listItems);
    if (items.length < 2) return [];
    const answer = `${items.map((item) => item.text).join("; ")}.`;
    const question = "Which diagnoses does the source list in its differential?";
    return [{ imageId: null, question, options: [], answerIndexes: [], answer, sources: items }];
  },
};
