import { notFound } from "next/navigation";
import { filtersFrom } from "@/components/worklist/filters";
import { loadWorklist } from "@/lib/cases/loaders";

/** The project of the address, else the first one this person is in. */
export async function memberProject(wanted: string | readonly string[] | undefined): Promise<string> {
  if (typeof wanted === "string") return wanted;
  const { projects } = await loadWorklist(filtersFrom({}));
  return projects[0]?.slug ?? notFound();
}
