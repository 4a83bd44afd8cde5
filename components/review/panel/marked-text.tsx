import { cx } from "@/components/ui/cx";
import { layeredPieces, piecesOf, type TextRange } from "../diff-ranges";
import type { ShownFlag } from "../flags/shown-flags";
import { flagTone } from "../flags/tone";

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

const waves = {
  error: "bg-er-bg text-er decoration-er",
  warn: "bg-wa-bg text-wa decoration-wa",
  plain: "",
} as const;

/** Without a flag the reader marked the words. */
type Doubt = TextRange & { readonly flag?: ShownFlag };

const handMark = "bg-bg4 text-fg1 decoration-fg2 decoration-double";

/** A part of a text with its added words underlined, a double line under what the reader marked, and a wave under what a check doubts. */
export function FlaggedText({
  text,
  part,
  added,
  flags,
  byHand = [],
}: {
  readonly text: string;
  readonly part?: TextRange;
  readonly added: readonly TextRange[];
  readonly flags: readonly ShownFlag[];
  /** Words that the reader marked. */
  readonly byHand?: readonly TextRange[];
}) {
  const doubted: readonly Doubt[] = [
    ...flags
      .filter((flag) => flagTone(flag) !== "plain")
      .map((flag) => ({ start: flag.start, end: flag.end, flag })),
    ...byHand,
  ];
  return layeredPieces(text, part ?? { start: 0, end: text.length }, added, doubted).map((piece) => {
    const words = piece.added ? (
      <ins className="underline decoration-fg3 decoration-dotted decoration-1 underline-offset-4">
        {piece.text}
      </ins>
    ) : (
      piece.text
    );
    if (piece.mark === null)
      return (
        <span key={piece.start} data-at={piece.start}>
          {words}
        </span>
      );
    return (
      <mark
        key={piece.start}
        data-at={piece.start}
        className={cx(
          "rounded-[2px] underline decoration-1 underline-offset-4",
          piece.mark.flag ? `decoration-wavy ${waves[flagTone(piece.mark.flag)]}` : handMark,
        )}
      >
        {words}
      </mark>
    );
  });
}
