import { notFound } from "next/navigation";
import { filtersFrom } from "@/components/worklist/filters";
import { loadWorklist } from "@/lib/cases/loaders";

/** The project of the address, else the first one this person is an admin of. */
export async function adminProject(wanted: string | readonly string[] | undefined): Promise<string> {
  if (typeof wanted === "string") return wanted;
  const { projects } = await loadWorklist(filtersFrom({}));
  return projects.find((project) => project.role === "admin")?.slug ?? notFound();
}
