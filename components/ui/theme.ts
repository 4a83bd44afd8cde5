/** The cookie that keeps a device's own choice of theme; without it each screen has its usual one. */
export const themeCookie = "rr-theme";
export const themes = ["dark", "light"] as const;
export type Theme = (typeof themes)[number];

/** The device's choice, or the screen's usual theme. */
export function chosenTheme(cookie: string | undefined, usual: Theme): Theme {
  return themes.find((theme) => theme === cookie) ?? usual;
}

/** Remembers the theme on this device; null goes back to each screen's usual one. */
export type ChooseTheme = (theme: Theme | null) => Promise<void>;
