/** One line of the doctor: what is set up, or what is not and how to set it up. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** A warning does not make the doctor's exit code 1. */
  readonly needed: boolean;
  readonly found: string;
  readonly fix: string | null;
}

export const good = (name: string, found: string): Check => ({
  name,
  ok: true,
  needed: true,
  found,
  fix: null,
});
export const bad = (name: string, found: string, fix: string): Check => ({
  name,
  ok: false,
  needed: true,
  found,
  fix,
});
/** Something that is worth a word but works without. */
export const note = (name: string, found: string, fix: string): Check => ({
  name,
  ok: false,
  needed: false,
  found,
  fix,
});

export function checkLine({ name, ok, needed, found, fix }: Check): string {
  const mark = ok ? "ok         " : needed ? "NOT SET UP " : "note       ";
  return `${mark} ${name}: ${found}${fix ? ` - ${fix}` : ""}`;
}

export function inUnits(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = bytes < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
