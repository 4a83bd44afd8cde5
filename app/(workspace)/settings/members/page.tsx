import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { AdminShell } from "@/components/members/admin-shell";
import { MembersScreen } from "@/components/members/members-screen";
import type { SearchParams } from "@/components/worklist/filters";
import { addMember, changeMemberRole, disableMember, enableMember, makeResetLink } from "@/lib/auth/actions";
import { loadMembers, requireActor } from "@/lib/auth/loaders";
import { adminProject } from "../admin-project";

export const metadata = { title: "Members" };

export default async function MembersPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const actor = await requireActor("/settings/members");
  const { project: wanted } = await searchParams;
  const slug = await adminProject(wanted);
  const [{ project, members }, theme] = await Promise.all([loadMembers(actor, slug), screenTheme("light")]);
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell project={project} admin userName={actor.name} chooseTheme={chooseTheme}>
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
