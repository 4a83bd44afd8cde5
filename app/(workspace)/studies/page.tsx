import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { StudiesScreen } from "@/components/evaluation/studies-screen";
import { AdminShell } from "@/components/members/admin-shell";
import type { SearchParams } from "@/components/worklist/filters";
import { requireActor } from "@/lib/auth/loaders";
import { loadStudies } from "@/lib/evaluation/loaders";
import { memberProject } from "./member-project";

export const metadata = { title: "Studies" };

export default async function StudiesPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/studies");
  const { project: wanted, comparison } = await searchParams;
  const slug = await memberProject(wanted);
  const [page, theme] = await Promise.all([
    loadStudies(actor, slug, typeof comparison === "string" ? comparison : null),
    screenTheme("light"),
  ]);
  const { project, admin } = page;
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin={admin} userName={actor.name} chooseTheme={chooseTheme}>
        <StudiesScreen key={page.open?.head.id ?? "none"} page={page} />
      </AdminShell>
    </div>
  );
}
