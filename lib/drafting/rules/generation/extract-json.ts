/** Thoughts that some models write before their answer. */
const thoughts = /^\s*<think>[\s\S]*?<\/think>/i;

/**
 * The JSON object that a model wrote: the whole reply, else the first object in it that parses, as in a code fence or after
 * an introduction. Null where there is none.
 */
export function extractJson(reply: string): { readonly value: unknown } | null {
  const text = reply.replace(thoughts, "");
  return parsed(text) ?? firstObject(text);
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { value } : null;
  } catch {
    return null;
  }
}

/** Tries from each of the first opening braces that stands outside an object that was tried before. */
function firstObject(text: string): { readonly value: unknown } | null {
  let from = text.indexOf("{");
  for (let tries = 0; from >= 0 && tries < 20; tries += 1) {
    const end = closingBrace(text, from);
    if (end === null) return null;
    const found = parsed(text.slice(from, end + 1));
    if (found) return found;
    from = text.indexOf("{", from + 1);
  }
  return null;
}

/** Index of the brace that closes the one at `from`, braces within strings left out; null where none does. */
function closingBrace(text: string, from: number): number | null {
  let depth = 0;
  let inString = false;
  for (let index = from; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return null;
}
