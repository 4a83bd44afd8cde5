interface OpenValue {
  /** Keys met so far; null for a list. */
  readonly keys: Set<string> | null;
  key: string;
  index: number;
}

const place = (open: readonly OpenValue[]) =>
  open.reduce(
    (shown, { keys, key, index }) => (keys ? (shown ? `${shown}.${key}` : key) : `${shown}[${index}]`),
    "",
  );

/**
 * Path of the first key that an object of a JSON text gives twice, or null: JSON.parse keeps the last without a word.
 * The text must have passed JSON.parse.
 */
export function repeatedKey(text: string): string | null {
  const open: OpenValue[] = [];
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;
  const colon = /\s*:/y;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [word] = found;
    const inside = open.at(-1);
    if (word === "{") open.push({ keys: new Set(), key: "", index: 0 });
    else if (word === "[") open.push({ keys: null, key: "", index: 0 });
    else if (word === "}" || word === "]") open.pop();
    else if (word === "," && inside) inside.index++;
    else if (word.startsWith('"') && inside?.keys) {
      colon.lastIndex = token.lastIndex;
      if (!colon.test(text)) continue;
      const key: string = JSON.parse(word);
      inside.key = key;
      if (inside.keys.has(key)) return place(open);
      inside.keys.add(key);
    }
  }
  return null;
}
