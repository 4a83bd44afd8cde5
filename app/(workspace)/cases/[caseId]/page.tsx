import { notFound } from "next/navigation";
import { EarlyCode } from "@/app/late-code";
import { screenTheme } from "@/app/theme";
import { caseLook } from "@/components/review/case-look";
import { ClosedCase } from "@/components/review/closed-case";
import { OpeningCase } from "@/components/review/opening/opening-case";
import { ReadingRoom } from "@/components/review/reading-room";
import { tabFrom } from "@/components/review/workspace-store";
import { earlyFrame } from "@/components/viewer/first-frame";
import type { SearchParams } from "@/components/worklist/filters";
import { packRecords } from "@/lib/core/records/packed-records";
import { loadReading } from "@/lib/reading/loaders";

const entries = ["app/(workspace)/layout"];
const imports = [
  "components/review/workspace-code.ts -> ./workspace",
  "components/viewer/stage-code.ts -> ./viewer-stage",
];
const webglImports = ["components/viewer/cornerstone/webgl-windows.ts -> ./webgl-code"];

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
  const { workspace } = loaded;
  const tab = typeof query.tab === "string" ? query.tab : null;
  const { instances, reading } = workspace;
  const look = caseLook({ ...workspace, items: reading.items }, tabFrom(tab));
  return (
    <div data-theme={theme} className="h-full">
      <EarlyCode
        entries={entries}
        imports={imports}
        webglImports={webglImports}
        task={earlyFrame(look, instances)}
      />
      <ReadingRoom
        key={reading.id}
        workspace={{ ...workspace, instances: packRecords(instances) }}
        tab={tab}
        look={look}
      />
      <OpeningCase />
    </div>
  );
}
