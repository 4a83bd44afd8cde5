import { Check, HelpCircle, Pencil, PenLine, RefreshCw, X } from "lucide-react";
import { Chip, type Tone } from "@/components/ui/chip";
import type { Entry, EntryState } from "../entries";

const looks: Readonly<Record<EntryState, { tone: Tone; word: string; Icon: typeof Check | null }>> = {
  pending: { tone: "plain", word: "Pending", Icon: null },
  editing: { tone: "warn", word: "Not saved as edit", Icon: PenLine },
  accepted: { tone: "ok", word: "Accepted", Icon: Check },
  edited: { tone: "accent", word: "Edited", Icon: Pencil },
  rejected: { tone: "error", word: "Rejected", Icon: X },
  "cannot-judge": { tone: "quiet", word: "Cannot judge", Icon: HelpCircle },
  added: { tone: "accent", word: "Yours", Icon: Pencil },
};

/** Where a text stands, and whether what it was made from has changed. */
export function StateChips({
  entry,
  rejecting = false,
}: {
  readonly entry: Entry;
  readonly rejecting?: boolean;
}) {
  const { tone, word, Icon } = looks[entry.state];
  const choosing = rejecting && entry.state !== "rejected";
  return (
    <>
      {entry.stale ? (
        <Chip tone="warn" icon={<RefreshCw size={12} />}>
          Stale
        </Chip>
      ) : null}
      {choosing ? (
        <Chip tone="error" icon={<X size={12} />}>
          Rejecting
        </Chip>
      ) : (
        <Chip tone={tone} icon={Icon ? <Icon size={12} /> : null}>
          {word}
        </Chip>
      )}
    </>
  );
}
