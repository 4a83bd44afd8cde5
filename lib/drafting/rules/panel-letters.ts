/** Letters of the panels a sentence speaks of, e.g. "(A) ..." or "Fig. 2b and c"; empty where it names none. */
export function panelLetters(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(/(?:^|[\s;,])\(?([a-h])\)(?=[\s:,.–-]|$)/gi))
    found.add((match[1] ?? "").toLowerCase());
  const ranges = /\((?:fig(?:ure|s)?\.?\s*\d*\s*)?([a-h])\s*([-–,]|and|&)\s*([a-h])\)/gi;
  for (const match of text.matchAll(ranges)) {
    const first = (match[1] ?? "").toLowerCase();
    const last = (match[3] ?? "").toLowerCase();
    found.add(first).add(last);
    if (/[-–]/.test(match[2] ?? ""))
      for (let code = first.charCodeAt(0); code < last.charCodeAt(0); code += 1)
        found.add(String.fromCharCode(code));
  }
  for (const match of text.matchAll(/\bfig(?:ure|s)?\.?\s*\d+\s*([a-h])\b/gi))
    found.add((match[1] ?? "").toLowerCase());
  return [...found].sort();
}

/** The panel letter of a figure label: "1a" -> "a"; null for a whole figure. */
export function panelOf(figure: string | null): string | null {
  return figure?.match(/^\s*(?:fig(?:ure)?\.?\s*)?\d*\s*([a-h])\s*$/i)?.[1]?.toLowerCase() ?? null;
}

/** The sentence names this very figure, e.g. "Fig. 1a" for the label "1a". */
export function namesFigure(text: string, figure: string | null): boolean {
  const label = figure?.match(/(\d+)\s*([a-h])?\s*$/i);
  if (!label) return false;
  const letter = label[2] ? `\\s*${label[2]}(?![a-z])` : "(?!\\d)";
  return new RegExp(`\\bfig(?:ure|s)?\\.?\\s*${label[1]}${letter}`, "i").test(text);
}

/** The sentence names figures, but not this one. */
export function namesOtherFigure(text: string, figure: string | null): boolean {
  return /\bfig(?:ure|s)?\.?\s*\d/i.test(text) && !namesFigure(text, figure);
}
