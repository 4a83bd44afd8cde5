import { expect, it } from "vitest";
import { patientAge } from "./patient-age";

it.each([
  ["045Y", "045Y"],
  ["089Y", "089Y"],
  ["090Y", "090Y"],
  ["104Y", "090Y"],
  ["999W", "999W"],
  ["006M ", "006M"],
  ["45", null],
  ["45 years", null],
])("%s becomes %s", (value, age) => {
  expect(patientAge(value)).toBe(age);
});
