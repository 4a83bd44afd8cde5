import { Empty } from "@/components/ui/empty";
import { HeadCell } from "@/components/ui/table";
import { wilsonInterval } from "@/lib/core/statistics/wilson-interval";
import { flagWords } from "@/lib/drafting/consistency/rules/flag-words";
import type { FlagPrecisionRow } from "@/lib/drafting/types/prompt";

const cell = "h-10 border-b border-ln1 px-4 text-12";
const percent = (share: number) => `${(share * 100).toFixed(0)} %`;

/** The share of flags that readers call right, with its interval as a bar from 0 to 100 %. */
function Precision({ right, wrong }: FlagPrecisionRow) {
  const total = right + wrong;
  const interval = wilsonInterval(right, total);
  if (!interval) return null;
  const { low, high } = interval;
  return (
    <div className="flex items-center gap-3">
      <span className="w-10 text-right font-semi tabular-nums">{percent(right / total)}</span>
      <span aria-hidden="true" className="relative h-3 w-40 flex-none rounded-chip bg-bg3">
        <span
          className="absolute inset-y-1 rounded-chip bg-fg3"
          style={{ left: `${low * 100}%`, right: `${(1 - high) * 100}%` }}
        />
        <span className="absolute inset-y-0 w-0.5 bg-fg1" style={{ left: `${(right / total) * 100}%` }} />
      </span>
      <span className="text-fg2 tabular-nums">
        {percent(low)} to {percent(high)}
      </span>
    </div>
  );
}

/** How often readers say that the flags of a check are right. */
export function PrecisionScreen({ rows }: { readonly rows: readonly FlagPrecisionRow[] }) {
  return (
    <>
      <header className="px-6 pt-5 pb-3">
        <h1 className="text-20 font-semi">Checks</h1>
        <p className="mt-1 text-12 text-fg2">
          What readers say of the flags of each check: whether it is right, with the 95 % interval of the
          share (Wilson). A case counts once all its readings of the round are submitted.
        </p>
      </header>
      <div className="mx-6 rounded-card border border-ln1 bg-bg1">
        {rows.length === 0 ? (
          <Empty title="No verdicts yet.">
            They come when readers call flags right or wrong, or apply a fix, and submit.
          </Empty>
        ) : (
          <table className="w-full border-collapse">
            <caption className="sr-only">Verdicts on flags per check and version</caption>
            <thead>
              <tr>
                <HeadCell className="px-4">Check</HeadCell>
                <HeadCell className="px-4">Version</HeadCell>
                <HeadCell className="px-4" end>
                  Right
                </HeadCell>
                <HeadCell className="px-4" end>
                  Wrong
                </HeadCell>
                <HeadCell className="px-4">Share that is right</HeadCell>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.checker} ${row.kind}`}>
                  <th scope="row" className={`${cell} text-left font-med`}>
                    {flagWords[row.kind]}
                  </th>
                  <td className={`${cell} text-fg2`}>{row.checker}</td>
                  <td className={`${cell} text-right tabular-nums`}>{row.right}</td>
                  <td className={`${cell} text-right tabular-nums`}>{row.wrong}</td>
                  <td className={cell}>
                    <Precision {...row} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
