import { notFound } from "next/navigation";
import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { AdminShell } from "@/components/members/admin-shell";
import { MembersScreen } from "@/components/members/members-screen";
import { filtersFrom, type SearchParams } from "@/components/worklist/filters";
import { addMember, changeMemberRole, disableMember, enableMember, makeResetLink } from "@/lib/auth/actions";
import { loadMembers, requireActor } from "@/lib/auth/loaders";
import { loadWorklist } from "@/lib/cases/loaders";

export const metadata = { title: "Members" };

/** The project of the address, else the first one this person is an admin of. */
async function projectSlug(wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return wanted;
  const { projects } = await loadWorklist(filtersFrom({}));
  return projects.find((project) => project.role === "admin")?.slug ?? notFound();
}

export default async function MembersPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/settings/members");
  const { project: wanted } = await searchParams;
  const slug = await projectSlug(typeof wanted === "string" ? wanted : undefined);
  const [{ project, members }, theme] = await Promise.all([loadMembers(actor, slug), screenTheme("light")]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} userName={actor.name} chooseTheme={chooseTheme}>
        <MembersScreen
          projectSlug={project.slug}
          members={members}
          userId={actor.id}
          actions={{ addMember, changeMemberRole, disableMember, enableMember, makeResetLink }}
        />
      </AdminShell>
    </div>
  );
}
