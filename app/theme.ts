import { cookies } from "next/headers";
import { chosenTheme, type Theme, themeCookie } from "@/components/ui/theme";

/** The theme a screen is drawn in: the device's own choice, else the screen's usual one. */
export async function screenTheme(usual: Theme): Promise<Theme> {
  return chosenTheme((await cookies()).get(themeCookie)?.value, usual);
}
