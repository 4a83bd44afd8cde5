import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { AdminShell } from "@/components/members/admin-shell";
import { SourcesScreen } from "@/components/sources/sources-screen";
import type { SearchParams } from "@/components/worklist/filters";
import { requireActor } from "@/lib/auth/loaders";
import { saveSource } from "@/lib/cases/actions";
import { loadSources } from "@/lib/cases/loaders";
import { adminProject } from "../admin-project";

export const metadata = { title: "Sources" };

export default async function SourcesPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/settings/sources");
  const slug = await adminProject((await searchParams).project);
  const [{ project, sources }, theme] = await Promise.all([loadSources(actor, slug), screenTheme("light")]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin userName={actor.name} chooseTheme={chooseTheme}>
        <SourcesScreen projectSlug={project.slug} sources={sources} save={saveSource} />
      </AdminShell>
    </div>
  );
}
