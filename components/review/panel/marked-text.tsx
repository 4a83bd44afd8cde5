import { piecesOf, type TextRange } from "../diff-ranges";

/** A part of a text with its added words underlined, or its removed words struck. */
export function MarkedText({
  text,
  part,
  marks,
  as,
}: {
  readonly text: string;
  readonly part?: TextRange;
  readonly marks: readonly TextRange[];
  readonly as: "added" | "removed";
}) {
  return piecesOf(text, part ?? { start: 0, end: text.length }, marks).map((piece) => {
    if (!piece.marked) return <span key={piece.start}>{piece.text}</span>;
    return as === "added" ? (
      <ins
        key={piece.start}
        className="underline decoration-fg3 decoration-dotted decoration-1 underline-offset-4"
      >
        {piece.text}
      </ins>
    ) : (
      <del key={piece.start} className="text-fg3 line-through">
        {piece.text}
      </del>
    );
  });
}
