import { ratingCriteria, type TextPayload } from "@/lib/reading/schema";
import type { PartValue } from "@/lib/reading/types";
import { categoryWords, overrideWords, severityWords } from "../flags/words";
import { criterionWords, reasonWords } from "../words";

function payloadWords(payload: TextPayload): string {
  if (payload.form === "text") return payload.text;
  const { question, options, answer } = payload.qa;
  return [question, ...options, answer].filter(Boolean).join("\n");
}

/** What an item says, in plain words, for comparing two versions. */
export function describeValue(value: PartValue | null): string {
  if (value === null) return "Deleted";
  if ("accuracy" in value)
    return ratingCriteria.map((one) => `${criterionWords[one]} ${value[one] ?? "open"}`).join(", ");
  if ("mark" in value)
    return { key: "Key slice", selected: "In the selection", removed: "Taken out of the selection" }[
      value.mark
    ];
  if ("points" in value) {
    const { kind, label, points } = value;
    const columns = points.map(([column]) => column);
    const rows = points.map(([, row]) => row);
    const span = (list: readonly number[]) =>
      `${Math.min(...list).toFixed(0)} to ${Math.max(...list).toFixed(0)}`;
    return `${label || "No name"}, ${kind}, columns ${span(columns)}, rows ${span(rows)}`;
  }
  if ("verdict" in value) return value.verdict === "wrong" ? "The flag is wrong" : "The flag is right";
  if ("category" in value)
    return `${categoryWords[value.category]}, ${severityWords[value.severity].toLowerCase()} ${value.note}`.trim();
  switch (value.kind) {
    case "accept":
      return value.override ? `Accepted: ${overrideWords[value.override.reason]}` : "Accepted";
    case "edit":
      return `${value.taken ? "From a draft written for you" : "Edited"}: ${payloadWords(value.result)}`;
    case "editing":
      return `Being edited: ${payloadWords(value.result)}`;
    case "added":
      return payloadWords(value.result) || "No words yet";
    case "reject":
      return `Rejected: ${value.reasons.map((reason) => reasonWords[reason]).join(", ")} ${value.note}`.trim();
    case "cannot-judge":
      return `Cannot judge ${value.note}`.trim();
    default:
      return value satisfies never;
  }
}
