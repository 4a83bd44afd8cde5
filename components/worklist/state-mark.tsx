import { Circle, CircleCheck, CircleDashed, CirclePause, CircleX } from "lucide-react";
import { cx } from "@/components/ui/cx";
import type { WorklistRow } from "@/lib/cases/types";
import { wordsOfState } from "./words";

const looks = {
  new: { Icon: CircleDashed, tone: "text-fg3" },
  "in-progress": { Icon: Circle, tone: "text-ac-tx" },
  submitted: { Icon: CircleCheck, tone: "text-ok" },
  unusable: { Icon: CircleX, tone: "text-fg3" },
  held: { Icon: CirclePause, tone: "text-wa" },
} as const;

/** The reader's state of a case: icon, word and colour. */
export function StateMark({ state }: { readonly state: WorklistRow["state"] }) {
  const { Icon, tone } = looks[state];
  return (
    <span className="inline-flex items-center align-middle gap-1.5 text-12 whitespace-nowrap">
      <Icon size={14} className={cx("flex-none", tone)} aria-hidden="true" />
      {wordsOfState(state)}
    </span>
  );
}
