import type { Planted } from "../planted";

/** Segment VII of the right lobe: 42 mm across, 34 mm from front to back, 36 mm high. */
export const METASTASIS: Planted = { center: [-84, 12, 10.5], diameters: [42, 34, 36] };
/** A small simple cyst of the left lobe. */
export const HEPATIC_CYST: Planted = { center: [26, -50, 25.5], diameters: [12, 12, 12] };
/** A simple cyst at the outer border of the left kidney. */
export const RENAL_CYST: Planted = { center: [91, 42, -31.5], diameters: [22, 22, 22] };
