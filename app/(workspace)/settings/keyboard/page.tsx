import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { KeyboardScreen } from "@/components/controls/keyboard-screen";
import { AdminShell } from "@/components/members/admin-shell";
import { requireActor } from "@/lib/auth/loaders";
import { projectsOf } from "@/lib/cases/data/projects";

export const metadata = { title: "Keyboard and mouse" };

export default async function KeyboardPage() {
  const actor = await requireActor("/settings/keyboard");
  const [projects, theme] = await Promise.all([projectsOf(actor), screenTheme("dark")]);
  const project = projects.find(({ role }) => role === "admin") ?? projects[0] ?? null;
  return (
    <div data-theme={theme} className="h-full">
      <AdminShell
        project={project}
        admin={project?.role === "admin"}
        userName={actor.name}
        chooseTheme={chooseTheme}
      >
        <KeyboardScreen />
      </AdminShell>
    </div>
  );
}
