import type { ExportFormat } from "../types";

/** What stands around and between the rows of a file that is one JSON array. */
export const jsonArray: ExportFormat["frame"] = { open: "[\n", between: ",\n", close: "\n]\n" };
