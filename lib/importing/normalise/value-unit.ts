import { textOf } from "@/lib/deidentification/rules/header-values";
import type { Header } from "@/lib/deidentification/types";

/** Units (0054,1001) of PET and NM as they are written beside a value (PS3.3 C.8.9.1.1.3). */
const WRITTEN: Readonly<Record<string, string>> = {
  CNTS: "counts",
  PROPCNTS: "relative counts",
  CPS: "counts/s",
  PROPCPS: "relative counts/s",
  BQML: "Bq/ml",
  GML: "g/ml",
  CM2: "cm²",
  CM2ML: "cm²/ml",
  PCNT: "%",
  MGMINML: "mg/min/ml",
  UMOLMINML: "µmol/min/ml",
  MLMING: "ml/min/g",
  MLG: "ml/g",
  "1CM": "1/cm",
  UMOLML: "µmol/ml",
  MLMINML: "ml/min/ml",
  MLML: "ml/ml",
  STDDEV: "SD",
};

/** Unit of the values of a nuclear image; null for other modalities and where the header names none. */
export function valueUnitOf(header: Header, modality: string): string | null {
  if (modality !== "PT" && modality !== "NM") return null;
  return WRITTEN[textOf(header, "00541001") ?? ""] ?? null;
}
