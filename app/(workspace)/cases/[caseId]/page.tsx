import { notFound } from "next/navigation";
import { screenTheme } from "@/app/theme";
import { ClosedCase } from "@/components/review/closed-case";
import { ReadingRoom } from "@/components/review/reading-room";
import type { SearchParams } from "@/components/worklist/filters";
import { loadReading } from "@/lib/reading/loaders";

export const metadata = { title: "Reading" };

export default async function CasePage({
  params,
  searchParams,
}: {
  readonly params: Promise<{ readonly caseId: string }>;
  readonly searchParams: Promise<SearchParams>;
}) {
  const [{ caseId }, { tab }, theme] = await Promise.all([params, searchParams, screenTheme("dark")]);
  const loaded = await loadReading(caseId);
  if (!loaded.ok && loaded.reason === "not-found") notFound();
  return (
    <div data-theme={theme} className="h-full">
      {loaded.ok ? (
        <ReadingRoom
          key={loaded.workspace.reading.id}
          workspace={loaded.workspace}
          tab={typeof tab === "string" ? tab : null}
        />
      ) : (
        <ClosedCase reason={loaded.reason} />
      )}
    </div>
  );
}
