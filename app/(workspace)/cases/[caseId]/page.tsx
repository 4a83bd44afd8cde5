import { notFound } from "next/navigation";
import { fetchWithPage } from "@/app/late-code";
import { screenTheme } from "@/app/theme";
import { caseLook } from "@/components/review/case-look";
import { ClosedCase } from "@/components/review/closed-case";
import { OpeningCase } from "@/components/review/opening/opening-case";
import { ReadingRoom } from "@/components/review/reading-room";
import { tabFrom } from "@/components/review/workspace-store";
import type { SearchParams } from "@/components/worklist/filters";
import { packRecords } from "@/lib/core/records/packed-records";
import { loadReading } from "@/lib/reading/loaders";

export const metadata = { title: "Reading" };

export default async function CasePage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly caseId: string }>;
  readonly searchParams: Promise<SearchParams>;
}) {
  const [{ caseId }, query, theme] = await Promise.all([params, searchParams, screenTheme("dark")]);
  const loaded = await loadReading(caseId);
  if (!loaded.ok && loaded.reason === "not-found") notFound();
  if (!loaded.ok)
    return (
      <div data-theme={theme} className="h-full">
        <ClosedCase reason={loaded.reason} />
      </div>
    );
  await fetchWithPage(
    "components/review/workspace-code.ts -> ./workspace",
    "components/viewer/stage-code.ts -> ./viewer-stage",
  );
  const { workspace } = loaded;
  const tab = typeof query.tab === "string" ? query.tab : null;
  const { instances, reading } = workspace;
  return (
    <div data-theme={theme} className="h-full">
      <ReadingRoom
        key={reading.id}
        workspace={{ ...workspace, instances: packRecords(instances) }}
        tab={tab}
        look={caseLook({ ...workspace, items: reading.items }, tabFrom(tab))}
      />
      <OpeningCase />
    </div>
  );
}
