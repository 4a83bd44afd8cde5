import type { Orientation, PatientVector } from "./types";

export function dot(a: PatientVector, b: PatientVector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Unit normal of an image plane: row direction x column direction. For an axial slice it points to the head. */
export function planeNormal(orientation: Orientation): PatientVector {
  const [rx, ry, rz, cx, cy, cz] = orientation;
  const normal: PatientVector = [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx];
  const length = Math.sqrt(dot(normal, normal));
  return length === 0 ? normal : [normal[0] / length, normal[1] / length, normal[2] / length];
}

/** True where both orientations agree within about half a degree (direction cosines within 0.01). */
export function sameOrientation(a: Orientation, b: Orientation): boolean {
  return a.every((cosine, index) => Math.abs(cosine - (b[index] ?? Number.NaN)) < 0.01);
}
