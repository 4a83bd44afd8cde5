import type { Signals } from "../../pixels/render";

export type Sequence = "T2" | "T1" | "T1FS" | "T1FSC" | "DWI" | "ADC";

const ORDER: readonly Sequence[] = ["T2", "T1", "T1FS", "T1FSC", "DWI", "ADC"];

/** Signal of each tissue in the sequences above, arbitrary units of 0 to 1000, and its texture in T2. */
const TABLE: Readonly<Record<string, readonly [number, number, number, number, number, number, number?]>> = {
  skin: [210, 300, 260, 380, 60, 200],
  fat: [600, 760, 130, 140, 40, 90, 22],
  septum: [250, 380, 120, 160, 40, 160],
  muscle: [128, 275, 300, 360, 120, 420, 18],
  cortex: [30, 40, 40, 45, 20, 40],
  marrow: [345, 560, 150, 190, 60, 120, 34],
  joint: [420, 180, 330, 420, 80, 500],
  disc: [190, 250, 250, 290, 90, 420, 40],
  fluid: [930, 140, 150, 150, 170, 940, 10],
  nerve: [420, 260, 260, 300, 120, 500, 60],
  urine: [950, 130, 140, 150, 150, 960, 6],
  bladderWall: [170, 280, 300, 520, 150, 480],
  myometrium: [390, 290, 310, 760, 300, 470, 40],
  junctional: [170, 285, 305, 640, 260, 380, 14],
  endometrium: [800, 300, 320, 520, 380, 480, 20],
  cervix: [150, 280, 300, 560, 220, 420, 16],
  mucosa: [720, 260, 280, 620, 300, 560],
  rectalWall: [230, 285, 300, 560, 260, 440, 20],
  stool: [330, 260, 260, 270, 160, 420, 130],
  gas: [12, 14, 14, 14, 10, 20],
  bowelWall: [250, 300, 330, 690, 260, 420, 20],
  bowelContent: [470, 250, 260, 280, 190, 560, 100],
  vessel: [45, 70, 120, 860, 30, 300],
  vein: [150, 120, 160, 860, 60, 400],
  ovary: [360, 300, 320, 560, 330, 480, 40],
  follicle: [930, 150, 170, 160, 200, 930, 8],
  endometrioma: [640, 1020, 930, 930, 300, 330, 22],
  shading: [200, 1000, 910, 910, 280, 300, 18],
  clot: [150, 760, 820, 820, 220, 260, 16],
  capsule: [95, 230, 250, 520, 140, 380],
  cystFluid: [940, 330, 290, 250, 210, 950, 10],
  nodule: [330, 330, 360, 830, 950, 140, 60],
};

/** The contrast of one sequence. */
export function pelvisSignals(sequence: Sequence): Signals {
  const index = ORDER.indexOf(sequence);
  return Object.fromEntries(
    Object.entries(TABLE).map(([tissue, row]) => {
      const value = row[index] ?? 0;
      const texture = ((row[6] ?? 12) * (value + 120)) / (row[0] + 120);
      return [
        tissue,
        { value, texture: Math.min(texture, 90), grain: tissue === "fat" ? "coarse" : "fine" } as const,
      ];
    }),
  );
}
