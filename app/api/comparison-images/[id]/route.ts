import { door } from "@/app/api/_door/door";
import { problem } from "@/app/api/_door/problem";
import { comparisonPicture } from "@/lib/evaluation/data/comparisons";

/** The picture whose texts are rated. */
export const GET = door<{ id: string }>(async ({ actor, params }) => {
  const gate = await comparisonPicture(actor, params.id);
  if (!gate.ok) return problem(gate.reason);
  return new Response(new Uint8Array(gate.png), {
    headers: {
      "Content-Type": "image/png",
      "Cache-Control": "private, max-age=3600",
      Vary: "Cookie",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
    },
  });
});
