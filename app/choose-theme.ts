"use server";
import { cookies } from "next/headers";
import { type Theme, themeCookie, themes } from "@/components/ui/theme";

const oneYear = 31_536_000;

/** Remembers the theme on this device; null goes back to each screen's usual one. */
export async function chooseTheme(theme: Theme | null): Promise<void> {
  const jar = await cookies();
  if (theme === null) jar.delete(themeCookie);
  else if (themes.includes(theme))
    jar.set(themeCookie, theme, { maxAge: oneYear, sameSite: "lax", httpOnly: true });
}
