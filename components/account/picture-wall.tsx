import { cx } from "@/components/ui/cx";

const pictures = ["brain", "t2ax", "cxr", "knee", "ctchest", "us", "t2sag", "ctabd", "adc"] as const;
const lit = "ctchest";

/** Synthetic pictures behind the sign-in form; one is being read. */
export function PictureWall() {
  return (
    <div
      aria-hidden="true"
      className="hidden min-w-0 grid-cols-3 grid-rows-3 gap-0.5 overflow-hidden bg-black lg:grid"
    >
      {pictures.map((name) => (
        <div
          key={name}
          className="relative overflow-hidden bg-black bg-cover bg-center"
          style={{ backgroundImage: `url(/sign-in/${name}.webp)` }}
        >
          <div className={cx("absolute inset-0", name !== lit && "bg-black/58")} />
          {name === lit ? (
            <svg
              aria-hidden="true"
              viewBox="0 0 416 416"
              preserveAspectRatio="xMidYMid slice"
              className="absolute inset-0 size-full"
            >
              <ellipse cx="89" cy="238" rx="24" ry="21" fill="none" stroke="var(--roi)" strokeWidth="1.5" />
              {[
                [65, 238],
                [113, 238],
                [89, 217],
                [89, 259],
              ].map(([x = 0, y = 0]) => (
                <rect
                  key={`${x}-${y}`}
                  x={x - 3.5}
                  y={y - 3.5}
                  width="7"
                  height="7"
                  fill="#000"
                  stroke="var(--roi)"
                  strokeWidth="1.3"
                />
              ))}
            </svg>
          ) : null}
        </div>
      ))}
    </div>
  );
}
