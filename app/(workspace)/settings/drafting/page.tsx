import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { DraftingScreen } from "@/components/drafting/drafting-screen";
import { RetrievalTable } from "@/components/drafting/retrieval-table";
import { AdminShell } from "@/components/members/admin-shell";
import type { SearchParams } from "@/components/worklist/filters";
import { requireActor } from "@/lib/auth/loaders";
import { loadRuns } from "@/lib/jobs/loaders";
import { loadRetrievalScores } from "@/lib/retrieval/loaders";
import { adminProject } from "../admin-project";

export const metadata = { title: "Drafting" };

export default async function DraftingPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/settings/drafting");
  const slug = await adminProject((await searchParams).project);
  const [{ project, runs, model }, scores, theme] = await Promise.all([
    loadRuns(actor, slug),
    loadRetrievalScores(actor, slug),
    screenTheme("light"),
  ]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin userName={actor.name} chooseTheme={chooseTheme}>
        <DraftingScreen projectSlug={project.slug} runs={runs} model={model}>
          <RetrievalTable {...scores} />
        </DraftingScreen>
      </AdminShell>
    </div>
  );
}
