"use client";
import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { useReview, useUi } from "../context";
import { forgetArrangement, hangAsOwn, ruleNow, saveArrangement, setStandard } from "../hanging";

/** Keeps what is seen under a name, and lists what was kept for cases of this kind. */
export function LayoutsDialog({ onClose }: { readonly onClose: () => void }) {
  const review = useReview();
  const rule = ruleNow(review);
  const own = useUi((state) => state.layouts).filter((one) => one.kind === rule.kind);
  const [name, setName] = useState("");
  const [standard, setStandardChosen] = useState(true);
  const [busy, setBusy] = useState(false);
  const words = name.trim();
  const blocked = words === "" ? "Give it a name." : null;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (blocked || busy) return;
    setBusy(true);
    const saved = await saveArrangement(review, words, standard);
    setBusy(false);
    if (saved) onClose();
  }

  return (
    <Dialog title="Your layouts" place="panel" onClose={onClose}>
      <p className="mb-3 text-13 text-fg2">
        This case is of the kind “{rule.ruleLabel}”. A layout keeps what each viewport shows and how it is
        turned, for every case of this kind, on every computer you sign in at.
      </p>
      <form onSubmit={(event) => void save(event)} className="mb-5 flex flex-col gap-2">
        <Field
          label="Name of what you see now"
          value={name}
          maxLength={60}
          {...(own.some((one) => one.name === words) ? { hint: "Replaces the layout of this name." } : {})}
          onChange={(event) => setName(event.target.value)}
        />
        <Checkbox
          label="Open cases of this kind so"
          checked={standard}
          onChange={setStandardChosen}
          className="-ml-2"
        />
        <span>
          <Button type="submit" variant="primary" busy={busy} disabledReason={blocked}>
            Save layout
          </Button>
        </span>
      </form>
      <h3 className="mb-1.5 text-12 font-med text-fg2">Saved for this kind</h3>
      {own.length === 0 ? <p className="text-12 text-fg3">None yet.</p> : null}
      <ul className="flex flex-col">
        {own.map((one) => (
          <li key={one.id} className="flex items-center gap-2 border-b border-ln1 py-1">
            <span className="min-w-0 flex-1 truncate text-13">{one.name}</span>
            <Checkbox
              label="Opens these cases"
              checked={one.standard}
              onChange={(checked) => void setStandard(review, one, checked)}
            />
            <Button
              size="sm"
              onClick={() => {
                hangAsOwn(review, one);
                onClose();
              }}
            >
              Apply
            </Button>
            <IconButton
              size="sm"
              label={`Delete ${one.name}`}
              icon={<Trash2 size={14} />}
              onClick={() => void forgetArrangement(review, one)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
