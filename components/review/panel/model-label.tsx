import { Chip } from "@/components/ui/chip";
import type { ModelLabel } from "@/lib/cases/types";
import { modelLabelWords } from "../words";

/** What a model calls an image or a question. It is no fact, so it is quiet and says whose word it is. */
export function ModelLabelLine({ said }: { readonly said: ModelLabel }) {
  return (
    <p className="flex min-w-0 items-center gap-2 text-11 text-fg3">
      <Chip tone="quiet">{modelLabelWords(said.label)}</Chip>
      <span className="truncate">says {said.labeller}</span>
    </p>
  );
}
