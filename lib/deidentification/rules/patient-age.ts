/**
 * Age String (PS3.5 6.2), e.g. "045Y"; everybody of 90 years and more becomes "090Y". Null where it is no age string.
 */
export function patientAge(value: string): string | null {
  const match = /^(\d{3})([DWMY])$/.exec(value.trim());
  if (!match) return null;
  const count = Number(match[1]);
  const years = { D: count / 365.25, W: (count * 7) / 365.25, M: count / 12, Y: count }[
    match[2] as "D" | "W" | "M" | "Y"
  ];
  return years >= 90 ? "090Y" : value.trim();
}
