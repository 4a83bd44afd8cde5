import { expect, it } from "vitest";
import { getViewportClassForInput, isRegisteredViewportType, registerViewportType } from "./stack-viewports";

it("stacks have a class, and nothing else does", () => {
  expect(isRegisteredViewportType("stack")).toBe(true);
  expect(getViewportClassForInput({ type: "stack" }).name).toBe("StackViewport");
  expect(isRegisteredViewportType("orthographic")).toBe(false);
  expect(() => getViewportClassForInput({ type: "orthographic" })).toThrow(
    "no viewport of type orthographic",
  );
  expect(() => registerViewportType({ type: "video" })).toThrow("takes no viewport of type video");
});
