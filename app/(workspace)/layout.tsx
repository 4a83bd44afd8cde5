import type { ReactNode } from "react";
import { ControlsProvider } from "@/components/controls/controls-context";
import { saveSettings } from "@/lib/auth/actions";
import { loadControls } from "@/lib/auth/loaders";

export default async function WorkspaceLayout({ children }: { readonly children: ReactNode }) {
  return (
    <ControlsProvider initial={await loadControls()} store={saveSettings}>
      {children}
    </ControlsProvider>
  );
}
