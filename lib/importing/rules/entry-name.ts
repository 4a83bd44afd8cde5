/** Names of files that no person put there: resource forks, folder views, hidden files. */
const litter = /(^|\/)(__MACOSX|Thumbs\.db|desktop\.ini|\.(?!\.?(\/|$))[^/]*)(\/|$)/i;

export const isLitter = (name: string): boolean => !name.includes("\\") && litter.test(name);

/** Why an entry of an archive may not be unpacked under its name; null = it may. */
export function refusedEntryName(name: string): string | null {
  if (name === "") return "the entry has no name";
  if (name.includes("\u0000")) return "the entry's name holds U+0000";
  if (name.length > 1000) return "the entry's name is too long";
  if (name.includes("\\")) return "the entry's name holds a backslash";
  if (name.startsWith("/")) return "the entry's name is an absolute path";
  if (/^[A-Za-z]:/.test(name)) return "the entry's name holds a drive letter";
  if (name.split("/").some((part) => part === ".." || part === "."))
    return "the entry's name leads out of the archive";
  return null;
}
