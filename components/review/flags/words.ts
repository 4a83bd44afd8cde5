import type { OverrideReason, SpanCategory, SpanSeverity } from "@/lib/reading/schema";

export const overrideWords: Readonly<Record<OverrideReason, string>> = {
  "image-shows-it": "The image shows it",
  "source-is-wrong": "The source is wrong",
  "same-meaning": "Same meaning, other words",
  "other-finding": "About another finding",
  "other-unit": "Rounded, or another unit",
  "known-elsewhere": "Known from elsewhere",
  "flag-misread": "The check misread the text",
  other: "Other, add a note",
};

export const categoryWords: Readonly<Record<SpanCategory, string>> = {
  invented: "Invented",
  "wrong-place": "Wrong side or place",
  "wrong-measure": "Wrong measure or count",
  "wrong-description": "Wrongly described",
  overstated: "Overstated",
  other: "Other",
};

export const severityWords: Readonly<Record<SpanSeverity, string>> = {
  minor: "Minor",
  major: "Major",
  critical: "Critical",
};
