import { expect, it } from "vitest";
import { rescaledValues } from "./rescaled-image";

it.each([
  ["of a tomography", { slope: 1, intercept: -1024 }, [0, 4095], Int16Array],
  ["that fall", { slope: -1, intercept: 0 }, [0, 4095], Int16Array],
  ["above 32,767", { slope: 1, intercept: 0 }, [0, 65_535], Uint16Array],
  ["on both sides of sixteen bits", { slope: 1, intercept: -100 }, [0, 65_535], Float32Array],
  ["of a large slope", { slope: 100, intercept: 0 }, [0, 4095], Float32Array],
  ["in fractions whose ends are whole", { slope: 0.25, intercept: 0 }, [0, 1, 4], Float32Array],
])("holds values %s exactly", (_, rescale, stored, kind) => {
  const values = rescaledValues(stored, rescale);
  expect(values).toBeInstanceOf(kind);
  expect([...values]).toEqual(stored.map((value) => value * rescale.slope + rescale.intercept));
});
