/** The product mark: a viewport, a region in it, and the one point that is looked at. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" className="flex-none">
      <path
        d="M7.5 2.5h-2a3 3 0 0 0-3 3v9a3 3 0 0 0 3 3h9a3 3 0 0 0 3-3v-2"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <ellipse
        cx="11"
        cy="9"
        rx="5.2"
        ry="4.1"
        transform="rotate(-28 11 9)"
        stroke="var(--ac)"
        strokeWidth="1.6"
      />
      <circle cx="12.2" cy="8.4" r="1.3" fill="var(--ac)" />
    </svg>
  );
}
