import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./globals.css";
import { screenTheme } from "./theme";

export const metadata: Metadata = {
  title: { default: "Reading Room", template: "%s · Reading Room" },
  description:
    "Radiologists turn medical cases into trustworthy training data. Research use, not for diagnosis.",
  robots: { index: false, follow: false },
};

/** The device's theme is here too: pages that say that nothing is found, or that a screen stopped, have no other. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" data-theme={await screenTheme("dark")}>
      <body>{children}</body>
    </html>
  );
}
