"use client";
import { cx } from "@/components/ui/cx";
import { ratingCriteria } from "@/lib/reading/schema";
import { useReview, useUi } from "../context";
import { rate } from "../decide";
import type { Entry } from "../entries";
import { firstOpen, noRating } from "../rate";
import { criterionWords } from "../words";

const scores = [1, 2, 3, 4, 5] as const;

/** Four ratings from 1 to 5. A digit rates the one in turn and goes on to the next. */
export function RatingGrid({ entry }: { readonly entry: Entry }) {
  const review = useReview();
  const chosen = useUi((state) => state.criterion);
  const current = chosen ?? firstOpen(entry.rating);
  const rating = entry.rating ?? noRating;
  return (
    <div className="grid grid-cols-2 gap-x-6 gap-y-1.5 px-4 pt-2.5 pb-2 max-2xl:gap-x-3">
      {ratingCriteria.map((criterion) => (
        <fieldset key={criterion} className="flex items-center justify-between text-12 text-fg2">
          <legend className="float-left">{criterionWords[criterion]}</legend>
          <div
            className={cx(
              "flex gap-0.5 max-2xl:gap-px",
              criterion === current && "rounded-chip outline-2 outline-offset-2 outline-ac",
            )}
          >
            {scores.map((score) => (
              <label
                key={score}
                className={cx(
                  "relative grid h-6 w-[22px] place-items-center rounded-chip text-12 leading-none font-[500] max-2xl:w-[18px] has-focus-visible:outline-2 has-focus-visible:outline-ac",
                  rating[criterion] === score
                    ? "bg-fg2 font-semi text-bg0"
                    : "bg-bg3 text-fg3 hover:bg-bg4 hover:text-fg1",
                )}
              >
                <input
                  type="radio"
                  name={`${entry.id}-${criterion}`}
                  value={score}
                  checked={rating[criterion] === score}
                  onFocus={() => review.ui.setState({ criterion })}
                  onChange={() => rate(review, score, criterion)}
                  className="absolute inset-0 opacity-0"
                />
                {score}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
