"use client";
import { ScoreRow } from "@/components/ui/score-row";
import { ratingCriteria } from "@/lib/reading/schema";
import { useReview, useUi } from "../context";
import { rate } from "../decide";
import type { Entry } from "../entries";
import { firstOpen, noRating } from "../rate";
import { criterionWords } from "../words";

/** Four ratings from 1 to 5. A digit rates the one in turn and goes on to the next. */
export function RatingGrid({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const chosen = useUi((state) => state.criterion);
  const current = chosen ?? firstOpen(entry.rating);
  const rating = entry.rating ?? noRating;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-1.5 px-4 pt-2.5 pb-2 max-2xl:gap-x-3 max-xl:gap-x-2 max-xl:px-3">
      {ratingCriteria.map((criterion) => (
        <ScoreRow
          key={criterion}
          narrow
          label={criterionWords[criterion]}
          name={`${entry.id}-${criterion}`}
          score={rating[criterion]}
          inTurn={criterion === current}
          onFocus={() => review.ui.setState({ criterion })}
          onScore={(score) => rate(review, score, criterion)}
        />
      ))}
    </div>
  );
}
