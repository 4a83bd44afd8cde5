import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { PrecisionScreen } from "@/components/checks/precision-screen";
import { AdminShell } from "@/components/members/admin-shell";
import type { SearchParams } from "@/components/worklist/filters";
import { requireActor } from "@/lib/auth/loaders";
import { loadFlagPrecision } from "@/lib/drafting/loaders";
import { adminProject } from "../admin-project";

export const metadata = { title: "Checks" };

export default async function ChecksPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  const actor = await requireActor("/settings/checks");
  const slug = await adminProject((await searchParams).project);
  const [{ project, rows }, theme] = await Promise.all([
    loadFlagPrecision(actor, slug),
    screenTheme("light"),
  ]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin userName={actor.name} chooseTheme={chooseTheme}>
        <PrecisionScreen rows={rows} />
      </AdminShell>
    </div>
  );
}
