import { door } from "@/app/api/_door/door";
import { invalidField, problem } from "@/app/api/_door/problem";
import { streamed } from "@/app/api/_door/streamed";
import { projectFor } from "@/lib/auth/data/actor";
import { exportArchive } from "@/lib/releasing/mutations/export-archive";
import { exportFormat } from "@/lib/releasing/registry";

/** The approved texts of a project as a zip, for its admins. Nobody else learns that the project is there. */
export const GET = door<{ slug: string }>(async ({ actor, request, params }) => {
  const project = await projectFor(actor, params.slug, "project.export");
  if (!project) return problem("not-found");
  const format = exportFormat(new URL(request.url).searchParams.get("format") ?? "llava");
  if (!format) return invalidField(["format"], "is not a format this project can be exported in");
  return streamed(exportArchive(project.id, format.id, actor.id), {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="${project.slug}-${format.id}.zip"`,
    "X-Content-Type-Options": "nosniff",
  });
});
