import type { Found, FoundBundle, FoundFile } from "../types";

const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf("/")));

/** What names say about a list of files: a folder with `case.json` is a bundle, and what lies below it is its own. */
export function divideByBundle(files: readonly FoundFile[]): readonly Found[] {
  const bundles = new Map<string, { description: FoundFile; files: FoundFile[] }>();
  for (const file of files)
    if (/(^|\/)case\.json$/.test(file.name))
      bundles.set(folderOf(file.name), { description: file, files: [] });
  const loose: Found[] = [];
  for (const file of files) {
    let folder = folderOf(file.name);
    while (folder !== "" && !bundles.has(folder)) folder = folderOf(folder);
    const bundle = /\.zip$/i.test(file.name) ? undefined : bundles.get(folder);
    if (!bundle) loose.push({ kind: "file", file });
    else if (file !== bundle.description) bundle.files.push(file);
  }
  const found = [...bundles].map(([folder, bundle]): FoundBundle => ({ kind: "bundle", folder, ...bundle }));
  return [...found, ...loose];
}
