import { criterionWords } from "@/components/review/words";
import { HeadCell } from "@/components/ui/table";
import { type MethodResult, methodWords } from "@/lib/evaluation/types";
import { ratingCriteria } from "@/lib/reading/schema";
import { resultsAddress } from "./requests";

const link = "font-med text-ac-tx underline-offset-2 hover:underline";

/** Means per method with their 95 % intervals, for admins. */
export function ResultsTable({
  slug,
  comparisonId,
  results,
}: {
  readonly slug: string;
  readonly comparisonId: string;
  readonly results: readonly MethodResult[];
}) {
  return (
    <section aria-label="Results" className="rounded-card border border-ln1 bg-bg1">
      <table className="w-full border-collapse">
        <caption className="sr-only">Mean rating per method, with 95 % interval</caption>
        <thead>
          <tr>
            <HeadCell className="px-4">Method</HeadCell>
            <HeadCell end>Texts</HeadCell>
            <HeadCell end>Raters</HeadCell>
            {ratingCriteria.map((criterion) => (
              <HeadCell key={criterion} end className="px-4">
                {criterionWords[criterion]}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {results.map(({ method, texts, raters, means }) => (
            <tr key={method} className="border-b border-ln1 text-12 last:border-b-0">
              <th scope="row" className="h-9 px-4 text-left font-med">
                {methodWords[method]}
              </th>
              <td className="px-2.5 text-right tabular-nums">{texts}</td>
              <td className="px-2.5 text-right tabular-nums">{raters}</td>
              {ratingCriteria.map((criterion) => {
                const found = means[criterion];
                return (
                  <td key={criterion} className="px-4 text-right tabular-nums">
                    {found === null ? (
                      <span className="text-fg3">Not rated</span>
                    ) : (
                      <>
                        {found.mean.toFixed(2)}{" "}
                        <span className="text-fg3">
                          ({found.low.toFixed(2)} to {found.high.toFixed(2)})
                        </span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="flex gap-4 border-t border-ln1 px-4 py-2.5 text-12 text-fg3">
        Means with 95 % intervals by a bootstrap over texts.
        <a className={`ml-auto ${link}`} href={resultsAddress(slug, comparisonId, "csv")} download>
          CSV
        </a>
        <a className={link} href={resultsAddress(slug, comparisonId, "json")} download>
          JSON
        </a>
      </p>
    </section>
  );
}
