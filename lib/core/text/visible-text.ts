/** Controls but tab and line feed, marks of writing direction, invisible characters, tags, private use, half pairs. */
const hidden =
  /[^\P{Cc}\t\n]|[\p{Cf}\p{Co}\p{Cs}]|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** A text as a person sees it: no character that hides or reorders others, line breaks as \n. */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(hidden, "")
    .trim();
}
