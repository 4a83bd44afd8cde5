import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { AdminShell } from "@/components/members/admin-shell";
import { PromptsScreen } from "@/components/prompts/prompts-screen";
import type { SearchParams } from "@/components/worklist/filters";
import { requireActor } from "@/lib/auth/loaders";
import { loadPrompts } from "@/lib/drafting/loaders";
import { adminProject } from "../admin-project";

export const metadata = { title: "Prompts" };

export default async function PromptsPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/settings/prompts");
  const slug = await adminProject((await searchParams).project);
  const [{ project, prompts }, theme] = await Promise.all([loadPrompts(actor, slug), screenTheme("light")]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin userName={actor.name} chooseTheme={chooseTheme}>
        <PromptsScreen projectSlug={project.slug} prompts={prompts} />
      </AdminShell>
    </div>
  );
}
