import { comparisonDoor } from "@/app/api/_door/drafting";
import { json } from "@/app/api/_door/problem";
import { comparisonResults } from "@/lib/evaluation/data/comparisons";
import { resultsCsv } from "@/lib/evaluation/rules/results";

/** Means and intervals per method, as a file: JSON, or CSV with ?format=csv. */
export const GET = comparisonDoor(async ({ request, comparisonId }) => {
  const csv = new URL(request.url).searchParams.get("format") === "csv";
  const results = await comparisonResults(comparisonId);
  const named = { "Content-Disposition": `attachment; filename="comparison.${csv ? "csv" : "json"}"` };
  if (!csv) return json({ comparison: comparisonId, results }, 200, named);
  const kept = { "Cache-Control": "private, no-store", Vary: "Cookie" };
  return new Response(resultsCsv(results), {
    headers: { ...named, ...kept, "Content-Type": "text/csv; charset=utf-8" },
  });
});
