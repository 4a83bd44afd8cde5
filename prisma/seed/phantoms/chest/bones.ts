import { add, addRod, type Projection, type Stroke } from "./projection";

const BONE = 1.75;

/** Ribs, spine, clavicles and shoulder blades. */
export function addBones(picture: Projection) {
  for (const side of [-1, 1]) {
    for (let index = 0; index < 11; index++) addRib(picture, side, index);
    addRod(picture, clavicle(side), BONE, 2);
    addScapula(picture, side);
  }
  addSpine(picture);
}

function half(index: number): number {
  return [64, 92, 110, 122, 130, 135, 139, 141, 142, 138, 128][index] ?? 120;
}

function addRib(picture: Projection, side: number, index: number) {
  const start = -148 + index * 24.5;
  const wide = half(index) + 1;
  const drop = [6, 12, 18, 24, 29, 33, 37, 40, 42, 42, 34][index] ?? 30;
  const back: Stroke = Array.from({ length: 17 }, (_, step) => {
    const part = step / 16;
    const x = 20 + (wide - 20) * Math.sin((part * Math.PI) / 2);
    const y = start - 7 * Math.sin(part * Math.PI * 0.9) + drop * part ** 1.7;
    return [side * x, y, 5.4 - 0.7 * part] as const;
  });
  addRod(picture, back, BONE * 0.92, 1.5);
  if (index > 7) return;
  const fall = 34 + index * 7.5;
  const front: Stroke = Array.from({ length: 15 }, (_, step) => {
    const part = step / 14;
    const x = wide - (wide - 62 - index * 4) * (1 - Math.cos((part * Math.PI) / 2));
    const y = start + drop + 6 + (fall + 4) * Math.sin((part * Math.PI) / 2) * 0.98;
    return [side * x, y, 4.6 + 1.4 * part] as const;
  });
  const end = 62 + index * 4;
  addRod(picture, front, BONE * 0.6, 1.3, (x) => Math.min(1, Math.max(0, (Math.abs(x) - end - 1) / 26)));
}

function clavicle(side: number): Stroke {
  return Array.from({ length: 13 }, (_, step) => {
    const part = step / 12;
    return [
      side * (16 + 138 * part),
      -120 - 26 * Math.sin(part * 2.1) + 4 * Math.sin(part * 6),
      6.6 - 2 * Math.sin(part * Math.PI),
    ] as const;
  });
}

function addScapula(picture: Projection, side: number) {
  const border: Stroke = [
    [side * 126, -118, 2.4],
    [side * 142, -60, 2.6],
    [side * 152, 4, 3.2],
  ];
  const outer: Stroke = [
    [side * 152, 4, 3.6],
    [side * 162, -50, 4],
    [side * 166, -104, 5],
  ];
  const spine: Stroke = [
    [side * 128, -112, 3],
    [side * 152, -130, 4],
    [side * 174, -142, 6],
  ];
  for (const stroke of [border, outer, spine]) addRod(picture, stroke, BONE * 0.42, 1.6);
  add(picture, side < 0 ? [-170, -120, -122, 4] : [120, 170, -122, 4], (x, y) => {
    const across = Math.abs(x);
    const inner = 126 + (y + 118) * 0.215;
    const outerEdge = 166 - (y + 104) * 0.13;
    return 5 * Math.min(1, Math.max(0, Math.min(across - inner, outerEdge - across) / 3));
  });
}

function addSpine(picture: Projection) {
  for (let index = 0; index < 17; index++) {
    const middle = -190 + index * 23.5;
    const wide = 15 + index * 0.5;
    add(picture, [-34, 34, middle - 12, middle + 12], (x, y) => {
      const up = Math.abs(y - middle) / 9.6;
      const waist = wide * (0.9 + 0.1 * Math.min(1, up) ** 2);
      const across = Math.abs(x) / waist;
      if (across > 1 || up > 1) return 0;
      const edge = Math.max(up ** 10, across ** 8);
      return (20 + 12 * edge) * Math.sqrt(1 - across ** 4) * Math.min(1, (1 - up) * 5) * BONE * 0.5;
    });
    for (const side of [-1, 1]) {
      addRod(
        picture,
        [
          [side * 9.5, middle - 4, 3.6],
          [side * 9.5, middle - 1, 3.6],
        ],
        BONE * 0.8,
        1.2,
      );
      addRod(
        picture,
        [
          [side * 12, middle - 4, 4],
          [side * (27 + index * 0.2), middle - 7, 3.2],
        ],
        BONE * 0.5,
        1.2,
      );
    }
    addRod(
      picture,
      [
        [0, middle + 4, 3],
        [0, middle + 11, 3.2],
      ],
      BONE * 0.8,
      1.4,
    );
  }
}
