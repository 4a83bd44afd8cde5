import { Empty } from "@/components/ui/empty";
import { HeadCell } from "@/components/ui/table";
import type { RetrievalScores } from "@/lib/retrieval/rules/judged-retrieval";

const cell = "border-t border-ln1 px-4 py-1.5 text-12";
const share = (value: number | null) => (value === null ? "–" : value.toFixed(3));
const drafts = (count: number) => `${count} ${count === 1 ? "draft" : "drafts"}`;

/** How well documents were found, as far as readers rated them. */
export function RetrievalTable({ judged, leftOut, at }: RetrievalScores) {
  return (
    <section aria-label="Retrieval" className="mx-6 mt-5 rounded-card border border-ln1 bg-bg1">
      <header className="px-4 py-3">
        <h2 className="text-13 font-semi">Retrieval</h2>
        <p className="mt-1 max-w-[75ch] text-12 text-fg2">
          Against what readers rated: a document is relevant where its mean rating is partly or more. A case
          counts once all its readings of the round are submitted. Documents that nobody rated or added are
          not known, so recall is of those that are.
        </p>
      </header>
      {judged === 0 ? (
        <Empty title="No rated documents yet.">
          They come when readers rate the documents of a draft and submit.
        </Empty>
      ) : (
        <table className="w-full border-collapse">
          <caption className="sr-only">Share of drafts with a relevant document among the first k</caption>
          <thead>
            <tr>
              <HeadCell className="px-4">First documents (k)</HeadCell>
              <HeadCell className="px-4" end>
                hit@k
              </HeadCell>
              <HeadCell className="px-4" end>
                recall@k
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {at.map(({ k, hit, recall }) => (
              <tr key={k}>
                <th scope="row" className={`${cell} text-left font-med`}>
                  {k}
                </th>
                <td className={`${cell} text-right tabular-nums`}>{share(hit)}</td>
                <td className={`${cell} text-right tabular-nums`}>{share(recall)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="border-t border-ln1 px-4 py-2 text-11 text-fg3">
        {`${drafts(judged)} with a relevant document, ${drafts(leftOut)} left out for want of one.`}
      </p>
    </section>
  );
}
