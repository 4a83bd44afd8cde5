import { addedRanges, removedRanges } from "../diff-ranges";
import { MarkedText } from "./marked-text";

/** Source and draft beside each other: what went out is struck, what came in is underlined. */
export function SideBySide({ source, draft }: { readonly source: string; readonly draft: string }) {
  return (
    <div className="mx-4 my-2 grid grid-cols-2 gap-px overflow-hidden rounded-control border border-ln1 bg-ln1 text-13">
      <section className="bg-bg1 p-3">
        <h3 className="mb-1 text-11 font-med text-fg3">Source</h3>
        <p className="whitespace-pre-line text-fg2">
          <MarkedText text={source} marks={removedRanges(source, draft)} as="removed" />
        </p>
      </section>
      <section className="bg-bg1 p-3">
        <h3 className="mb-1 text-11 font-med text-fg3">Draft</h3>
        <p className="whitespace-pre-line">
          <MarkedText text={draft} marks={addedRanges(source, draft)} as="added" />
        </p>
      </section>
    </div>
  );
}
