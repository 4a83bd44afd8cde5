import { cx } from "@/components/ui/cx";

const scores = [1, 2, 3, 4, 5] as const;

/** One criterion and its five scores, as a group of radio buttons. */
export function ScoreRow({
  label,
  name,
  score: given,
  onScore,
  onFocus,
  inTurn = false,
  narrow = false,
}: {
  readonly label: string;
  /** Names the group in the page. */
  readonly name: string;
  readonly score: number | null;
  readonly onScore: (score: number) => void;
  readonly onFocus?: () => void;
  /** A digit would rate this one. */
  readonly inTurn?: boolean;
  /** Narrower buttons, in a panel that is narrow itself. */
  readonly narrow?: boolean;
}) {
  return (
    <fieldset className="flex items-center justify-between gap-1.5 text-12 text-fg2">
      <legend className="float-left">{label}</legend>
      <div
        className={cx(
          "flex gap-0.5",
          narrow && "max-2xl:gap-px",
          inTurn && "rounded-chip outline-2 outline-offset-2 outline-ac",
        )}
      >
        {scores.map((score) => (
          <label
            key={score}
            className={cx(
              "relative grid h-6 place-items-center rounded-chip text-12 leading-none font-[500] has-focus-visible:outline-2 has-focus-visible:outline-ac",
              narrow ? "w-[22px] max-2xl:w-[18px]" : "w-6",
              given === score ? "bg-fg2 font-semi text-bg0" : "bg-bg3 text-fg3 hover:bg-bg4 hover:text-fg1",
            )}
          >
            <input
              type="radio"
              name={name}
              value={score}
              checked={given === score}
              onFocus={onFocus}
              onChange={() => onScore(score)}
              className="absolute inset-0 opacity-0"
            />
            {score}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
