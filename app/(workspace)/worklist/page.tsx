import { chooseTheme } from "@/app/choose-theme";
import { screenTheme } from "@/app/theme";
import { FinishedToast } from "@/components/review/finished-toast";
import { OpeningCase } from "@/components/review/opening/opening-case";
import { LeftoverNotice } from "@/components/review/sync/leftover-notice";
import { filtersFrom, type SearchParams } from "@/components/worklist/filters";
import { WorklistScreen } from "@/components/worklist/worklist-screen";
import { changePlan, putOffCases } from "@/lib/cases/actions";
import { loadCasePreview, loadWorklist } from "@/lib/cases/loaders";

export const metadata = { title: "My cases" };

export default async function WorklistRoute({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParams>;
}) {
  const params = await searchParams;
  const filters = filtersFrom(params);
  const [page, theme] = await Promise.all([loadWorklist(filters), screenTheme("dark")]);
  const wanted = typeof params.case === "string" ? params.case : undefined;
  const looked =
    page.rows.find((row) => row.id === wanted) ??
    page.rows.find((row) => row.state === "in-progress") ??
    page.rows[0];
  const preview = looked ? await loadCasePreview(looked.id) : null;
  return (
    <div data-theme={theme} className="h-full">
      <WorklistScreen
        key={page.project?.slug ?? ""}
        page={page}
        filters={filters}
        preview={preview}
        loadedAt={new Date().toISOString()}
        chooseTheme={chooseTheme}
        actions={{ putOffCases, changePlan }}
        notice={
          <>
            <FinishedToast />
            <LeftoverNotice userId={page.user.id} />
          </>
        }
      />
      <OpeningCase />
    </div>
  );
}
