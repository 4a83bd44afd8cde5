"use client";
import { Images, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PrivatePicture } from "@/components/ui/private-image";
import type { CaseHold } from "@/lib/cases/types";
import { settleHold } from "./settle-hold";
import { SettleHoldDialog } from "./settle-hold-dialog";

type Open = "pictures" | "release" | "unusable" | null;

/** Why a case is withheld, and what an admin can do about it. */
export function HeldCase({
  caseId,
  label,
  hold,
  unusable,
  zone,
  onSettled,
}: {
  readonly caseId: string;
  readonly label: string;
  readonly hold: CaseHold;
  /** It was called unusable while it was held. */
  readonly unusable: boolean;
  readonly zone: string | undefined;
  readonly onSettled: (words: string) => void;
}) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const at = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  return (
    <section aria-label="Hold" className="border-b border-ln1 px-4 py-3 text-12">
      <p className="flex items-center gap-2 font-med text-wa">
        <TriangleAlert size={14} aria-hidden="true" />
        Withheld from everyone but admins
      </p>
      {hold.reports.length === 0 ? (
        <p className="mt-1.5 text-fg2">Held by the import: {hold.reason}</p>
      ) : (
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {hold.reports.map((report) => (
            <li key={`${report.at} ${report.reporter}`} className="text-fg2">
              <span className="text-fg1">{report.reason}</span>
              <span className="block text-11 text-fg3">
                {report.reporter}, {at.format(new Date(report.at))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button icon={<Images size={14} />} onClick={() => setOpen("pictures")}>
          Look at {hold.pictureCount} {hold.pictureCount === 1 ? "picture" : "pictures"}
        </Button>
        <Button onClick={() => setOpen("release")}>Release the hold</Button>
        {unusable ? null : (
          <Button variant="danger" onClick={() => setOpen("unusable")}>
            Call it unusable
          </Button>
        )}
      </div>
      {open === "pictures" ? <HeldPictures label={label} hold={hold} onClose={() => setOpen(null)} /> : null}
      {open === "release" || open === "unusable" ? (
        <SettleHoldDialog
          what={open}
          label={label}
          settle={(reason) => settleHold(caseId, open, reason)}
          onClose={() => setOpen(null)}
          onSettled={() => {
            setOpen(null);
            onSettled(open === "release" ? `${label} goes on.` : `${label} is unusable and stays withheld.`);
            router.refresh();
          }}
        />
      ) : null}
    </section>
  );
}

/** The pictures of a held case, large enough to read letters in them. */
function HeldPictures({
  label,
  hold,
  onClose,
}: {
  readonly label: string;
  readonly hold: CaseHold;
  readonly onClose: () => void;
}) {
  const shown = hold.pictures.length;
  return (
    <Dialog
      title={`Pictures of ${label}`}
      place="wide"
      onClose={onClose}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <p className="mb-3 text-12 text-fg2">
        One picture of each stored file
        {shown < hold.pictureCount
          ? `; ${shown} of ${hold.pictureCount}, those that the import named first.`
          : ", those that the import named first."}
      </p>
      <ul className="flex flex-col gap-4">
        {hold.pictures.map(({ posterUrl, label: name, reason }) => (
          <li key={posterUrl}>
            <PrivatePicture src={posterUrl} alt={`Picture ${name}`} />
            <p className="mt-1 text-12">
              {name}
              {reason ? <span className="text-wa">: {reason}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
