import { CircleAlert, TriangleAlert } from "lucide-react";
import { Chip } from "@/components/ui/chip";
import type { Entry } from "../entries";
import { standingFlags } from "../flags/tone";
import { useFlags } from "../flags/use-flags";

/** How many flags of a text stand. */
export function FlagChip({ entry }: { readonly entry: Entry }) {
  const standing = standingFlags(useFlags(entry).flags);
  if (!standing) return null;
  const Icon = standing.tone === "error" ? TriangleAlert : CircleAlert;
  return (
    <Chip tone={standing.tone} icon={<Icon size={12} />}>
      {standing.count} {standing.count === 1 ? "flag" : "flags"}
    </Chip>
  );
}
