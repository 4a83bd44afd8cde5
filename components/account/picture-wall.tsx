import { cx } from "@/components/ui/cx";
import abdomen from "./pictures/abdomen.webp";
import brain from "./pictures/brain.webp";
import chest from "./pictures/chest.webp";
import diffusion from "./pictures/diffusion.webp";
import knee from "./pictures/knee.webp";
import lungs from "./pictures/lungs.webp";
import pelvis from "./pictures/pelvis.webp";
import spine from "./pictures/spine.webp";
import ultrasound from "./pictures/ultrasound.webp";

const pictures = { brain, pelvis, chest, knee, lungs, ultrasound, spine, abdomen, diffusion };
const lit = "lungs";

/** Synthetic pictures behind the sign-in form; one is being read. */
export function PictureWall() {
  return (
    <div
      aria-hidden="true"
      className="hidden min-w-0 grid-cols-3 grid-rows-3 gap-0.5 overflow-hidden bg-black lg:grid"
    >
      {Object.entries(pictures).map(([name, picture]) => (
        <div
          key={name}
          className="relative overflow-hidden bg-black bg-cover bg-center"
          style={{ backgroundImage: `url(${picture.src})` }}
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
