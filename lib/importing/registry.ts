import { bundle } from "./importers/bundle";
import { dicom } from "./importers/dicom";
import { picture } from "./importers/picture";
import type { Importer } from "./types";

/** Every source format that can be imported; the first that takes a unit reads it. */
export const importers: readonly Importer[] = [bundle, dicom, picture];
