/** Turns while something runs; with reduced motion the words are shown instead. */
export function Spinner({ words = "Working" }: { readonly words?: string }) {
  return (
    <>
      <span className="spinner" aria-hidden="true" />
      <span className="sr-only motion-reduce:not-sr-only">{words}</span>
    </>
  );
}
