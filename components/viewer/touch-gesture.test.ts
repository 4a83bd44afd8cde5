import { expect, it } from "vitest";
import { createTouchGesture } from "./touch-gesture";

function recorded() {
  const done: unknown[] = [];
  const gesture = createTouchGesture({
    takeOver: () => done.push("take-over"),
    pinch: (factor, middle, right, down) => done.push(["pinch", factor, middle, right, down]),
    window: (right, down) => done.push(["window", right, down]),
    doubleTap: () => done.push("double-tap"),
  });
  return { done, gesture };
}
const at = (x: number, y: number) => ({ x, y });

it("leaves one finger to the tool in hand", () => {
  const { done, gesture } = recorded();
  gesture.start([at(10, 10)], 0);
  gesture.move([at(60, 80)], 100);
  gesture.move([at(70, 90)], 900);
  expect(gesture.owned()).toBe(false);
  gesture.end([], 900);
  expect(done).toEqual([]);
});

it("pans and zooms with two, and takes back what one had begun", () => {
  const { done, gesture } = recorded();
  gesture.start([at(100, 100)], 0);
  gesture.start([at(100, 100), at(200, 100)], 20);
  expect(gesture.owned()).toBe(true);
  gesture.move([at(90, 110), at(290, 110)], 60);
  gesture.end([at(90, 110)], 100);
  expect(gesture.owned()).toBe(true);
  gesture.move([at(300, 300)], 150);
  gesture.end([], 200);
  expect(gesture.owned()).toBe(false);
  expect(done).toEqual(["take-over", ["pinch", 2, at(150, 100), 40, 10]]);
});

it("changes the window after a long press", () => {
  const { done, gesture } = recorded();
  gesture.start([at(100, 100)], 0);
  gesture.move([at(103, 101)], 400);
  expect(gesture.owned()).toBe(false);
  gesture.move([at(115, 97)], 600);
  expect(gesture.owned()).toBe(true);
  gesture.move([at(123, 91)], 620);
  gesture.end([], 900);
  expect(done).toEqual(["take-over", ["window", 15, -3], ["window", 8, -6]]);
});

it("pans and zooms with a second finger after a long press, and keeps its window", () => {
  const { done, gesture } = recorded();
  gesture.start([at(100, 100)], 0);
  gesture.move([at(120, 100)], 700);
  gesture.start([at(120, 100), at(220, 100)], 800);
  gesture.move([at(120, 100), at(320, 100)], 820);
  gesture.end([at(120, 100)], 900);
  gesture.move([at(60, 60)], 920);
  gesture.end([], 950);
  expect(gesture.owned()).toBe(false);
  expect(done).toEqual(["take-over", ["window", 20, 0], ["pinch", 2, at(170, 100), 50, 0]]);
});

it("goes on pinching when the second finger comes back", () => {
  const { done, gesture } = recorded();
  gesture.start([at(0, 0)], 0);
  gesture.start([at(0, 0), at(10, 0)], 10);
  gesture.end([at(0, 0)], 100);
  gesture.start([at(0, 0), at(20, 0)], 200);
  gesture.move([at(0, 0), at(40, 0)], 220);
  gesture.end([], 300);
  expect(done).toEqual(["take-over", ["pinch", 2, at(10, 0), 10, 0]]);
});

it("knows two quick taps in one place", () => {
  const { done, gesture } = recorded();
  const tap = (x: number, time: number) => {
    gesture.start([at(x, 50)], time);
    gesture.end([], time + 60);
  };
  tap(50, 0);
  tap(55, 200);
  expect(done).toEqual(["double-tap"]);
  tap(50, 400);
  expect(done).toEqual(["double-tap"]);
  tap(150, 600);
  tap(150, 2000);
  expect(done).toEqual(["double-tap"]);
});

it("a pinch is no tap", () => {
  const { done, gesture } = recorded();
  for (const time of [0, 100]) {
    gesture.start([at(10, 10)], time);
    gesture.start([at(10, 10), at(40, 10)], time + 5);
    gesture.end([at(10, 10)], time + 30);
    gesture.end([], time + 40);
  }
  expect(done).toEqual(["take-over", "take-over"]);
});
