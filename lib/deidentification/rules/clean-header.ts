import type { DataSet, Element } from "dicom-parser";
import type { CleanHeader, Header, HeaderElement } from "../types";
import { ALLOWED_TAGS } from "./allow-list";
import { cleanText } from "./clean-value";
import { readValues } from "./read-values";
import { remapUid } from "./remap-uid";

const DEEPEST = 8;
const MOST_ITEMS = 20_000;
const PLACE_MATTERS = new Set(["00080008", "00200020", "00281055"]);

/**
 * The allow-listed part of a data set as DICOM JSON (PS3.18 F): UIDs remapped under `key`, code strings only where the
 * standard defines them, free text reduced to imaging words. Nothing else of the data set is looked at.
 */
export function cleanHeader(dataSet: DataSet, key: Buffer): CleanHeader {
  const crosswalk = new Map<string, string>();

  const uid = (original: string): string => {
    const remapped = remapUid(original, key);
    if (remapped !== original) crosswalk.set(original, remapped);
    return remapped;
  };

  const value = (tag: string, vr: string, raw: number | string): number | string | null => {
    if (typeof raw === "number") return raw;
    if (vr === "UI") return raw === "" ? null : uid(raw);
    // Values of Image Type, Patient Orientation and window explanations have a meaning by their place: a dropped one leaves a hole.
    return cleanText(tag, vr, raw) ?? (PLACE_MATTERS.has(tag) ? "" : null);
  };

  const elementOf = (
    from: DataSet,
    element: Element,
    tag: string,
    vr: string,
    depth: number,
  ): HeaderElement | null => {
    if (vr === "SQ") {
      const items = (element.items ?? []).slice(0, MOST_ITEMS);
      const headers = items.flatMap((item) => (item.dataSet ? [clean(item.dataSet, depth + 1)] : []));
      return headers.length === 0 ? null : { vr, Value: headers };
    }
    const values = readValues(from, element, vr).flatMap((raw) => value(tag, vr, raw) ?? []);
    return values.length === 0 || values.every((kept) => kept === "") ? null : { vr, Value: values };
  };

  const clean = (from: DataSet, depth: number): Header => {
    const header: Record<string, HeaderElement> = {};
    if (depth > DEEPEST) return header;
    for (const [tag, vr] of ALLOWED_TAGS) {
      const element = from.elements[`x${tag.toLowerCase()}`];
      const kept = element ? elementOf(from, element, tag, vr, depth) : null;
      if (kept) header[tag] = kept;
    }
    return header;
  };

  return {
    header: clean(dataSet, 0),
    crosswalk: [...crosswalk].map(([original, remapped]) => ({ original, remapped })),
  };
}
