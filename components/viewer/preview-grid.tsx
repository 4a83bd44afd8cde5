import { cx } from "@/components/ui/cx";
import type { FirstLook, FirstPicture, FirstView } from "./first-look";
import styles from "./preview.module.css";

/**
 * The viewports of a case before there is anything that draws: posters at the place, size and window of the pixels that
 * take their place. Runs on the server too, so there is a grid for each width of window, of which one is seen.
 */
export function PreviewGrid({ look }: { readonly look: FirstLook }) {
  const { wide, middle, narrow } = look;
  const views = [...new Set([narrow, middle, wide])];
  return views.map((view, index) => (
    <Grid
      key={index === 0 ? "narrow" : view === wide ? "wide" : "middle"}
      view={view}
      only={views.length === 1}
      className={cx(
        view === narrow && styles.narrow,
        view === middle && styles.middle,
        view === wide && styles.wide,
      )}
    />
  ));
}

function Grid({
  view,
  only,
  className,
}: {
  readonly view: FirstView;
  /** Seen in windows of every width: its first picture is worth the first bytes. */
  readonly only: boolean;
  readonly className: string;
}) {
  return (
    <div className={cx(styles.grid, className)} data-layout={view.layout} data-preview>
      {view.pictures.map((picture, cell) => (
        <div key={picture ? `${picture.instanceId}:${picture.frame}` : cell} className={styles.cell}>
          {picture ? <Preview picture={picture} main={only && cell === 0} /> : null}
        </div>
      ))}
    </div>
  );
}

function Preview({ picture, main }: { readonly picture: FirstPicture; readonly main: boolean }) {
  const { posterUrl, ratio, mirrored, rotation, around, align, label } = picture;
  const turns = [rotation !== 0 && `rotate(${rotation}deg)`, mirrored && "scaleX(-1)"].filter(Boolean);
  return (
    <>
      {posterUrl ? (
        <div
          className={styles.picture}
          data-align={align ?? undefined}
          style={{ "--ratio": ratio } as Record<string, unknown>}
        >
          <div
            className={styles.part}
            data-on-side={rotation === 90 || rotation === 270}
            style={{ transform: turns.length > 0 ? turns.join(" ") : undefined }}
          >
            <img
              src={posterUrl}
              alt=""
              draggable={false}
              decoding="sync"
              fetchPriority={main ? "high" : "auto"}
              loading={main ? "eager" : "lazy"}
              className={styles.frame}
              style={
                around
                  ? {
                      left: `${around.left}%`,
                      top: `${around.top}%`,
                      width: `${around.width}%`,
                      height: `${around.height}%`,
                    }
                  : undefined
              }
            />
          </div>
        </div>
      ) : null}
      <div className={styles.words}>
        {label}
        <br />
        {posterUrl ? "Preview" : "Loading"}
      </div>
    </>
  );
}
