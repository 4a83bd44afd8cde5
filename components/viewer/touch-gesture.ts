/** A finger, CSS pixels from the top left corner of the viewport. */
export interface Finger {
  readonly x: number;
  readonly y: number;
}

export interface TouchActions {
  /** More than one finger, or a long press: what one finger had begun is taken back. */
  readonly takeOver: () => void;
  /** Two fingers: `factor` of the distance between them, their middle, and how far it moved. CSS pixels. */
  readonly pinch: (factor: number, middle: Finger, right: number, down: number) => void;
  /** A drag after a long press, CSS pixels. */
  readonly window: (right: number, down: number) => void;
  readonly doubleTap: () => void;
}

/** Milliseconds of rest after which one finger that moves is a long press. */
const longPress = 500;
const longestTap = 300;
const betweenTaps = 350;
/** CSS pixels that a resting finger may wander, and that two taps may lie apart. */
const wander = 10;
const tapsApart = 30;

type Mode = "idle" | "one" | "two" | "window" | "over";

/**
 * What fingers in a viewport mean. Fingers that are `owned` here are nobody else's. Times are those of the events, in
 * milliseconds: what a finger did is known rightly by a page that hears of it late.
 */
export function createTouchGesture(actions: TouchActions) {
  let mode: Mode = "idle";
  let from: Finger = { x: 0, y: 0 };
  let began = 0;
  let wandered = false;
  let tap: (Finger & { readonly at: number }) | null = null;
  let last: readonly Finger[] = [];

  const apart = (one: Finger, other: Finger) => Math.hypot(one.x - other.x, one.y - other.y);
  const pinch = ([one, other]: readonly Finger[], [oneBefore, otherBefore]: readonly Finger[]) => {
    if (!one || !other || !oneBefore || !otherBefore) return;
    const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
    const before = { x: (oneBefore.x + otherBefore.x) / 2, y: (oneBefore.y + otherBefore.y) / 2 };
    const distance = Math.max(1, apart(oneBefore, otherBefore));
    actions.pinch(
      Math.max(1, apart(one, other)) / distance,
      before,
      middle.x - before.x,
      middle.y - before.y,
    );
  };

  return {
    owned: () => mode === "two" || mode === "window" || mode === "over",
    start(fingers: readonly Finger[], at: number): void {
      const [first] = fingers;
      last = fingers;
      if (fingers.length > 1) {
        // The window of a long press is the reader's by now: it stays, and two fingers go on from it.
        const begun = mode === "idle" || mode === "one";
        mode = "two";
        tap = null;
        if (begun) actions.takeOver();
      } else if (first && fingers.length === 1) {
        mode = "one";
        from = first;
        began = at;
        wandered = false;
      }
    },
    move(fingers: readonly Finger[], at: number): void {
      const [first] = fingers;
      const [before] = last;
      if (mode === "one" && !wandered && first && apart(first, from) > wander) {
        wandered = true;
        if (at - began >= longPress) {
          mode = "window";
          tap = null;
          actions.takeOver();
          actions.window(first.x - from.x, first.y - from.y);
        }
      } else if (mode === "two" && fingers.length === last.length) pinch(fingers, last);
      else if (mode === "window" && first && before) actions.window(first.x - before.x, first.y - before.y);
      last = fingers;
    },
    /** `left` = the fingers that are still down. */
    end(left: readonly Finger[], at: number): void {
      last = left;
      if (mode === "one" && !wandered && at - began <= longestTap) {
        const second =
          tap !== null && at - tap.at <= betweenTaps + longestTap && apart(tap, from) <= tapsApart;
        tap = second ? null : { ...from, at };
        if (second) actions.doubleTap();
      } else if (mode === "one") tap = null;
      if (left.length === 0) mode = "idle";
      else if (mode === "two" && left.length < 2) mode = "over";
    },
    cancel(): void {
      mode = "idle";
      tap = null;
      last = [];
    },
  };
}
