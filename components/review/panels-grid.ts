/** Width of the review column, of its dialogs too: they lie over it and never over pixels. */
export const reviewWidth =
  "[--review-width:400px] xl:[--review-width:420px] 2xl:[--review-width:var(--wide-review,480px)]";

/** Columns of the reading workspace: series, tools, images, review. Widths are set here, for it and for its shell. */
export const panelsGrid = `relative grid min-h-0 flex-1 grid-cols-[40px_minmax(320px,1fr)_var(--review-width)] xl:grid-cols-[148px_40px_minmax(320px,1fr)_var(--review-width)] 2xl:grid-cols-[184px_40px_minmax(320px,1fr)_var(--review-width)] ${reviewWidth}`;
