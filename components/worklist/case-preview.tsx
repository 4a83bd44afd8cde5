"use client";
import { FileText, Image as ImageIcon, MessageSquare, ScanSearch, Star, Type } from "lucide-react";
import type { ReactNode } from "react";
import { useKeyOf } from "@/components/controls/controls-context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { cx } from "@/components/ui/cx";
import { PrivateImage } from "@/components/ui/private-image";
import { Skeleton } from "@/components/ui/skeleton";
import type { CasePreview } from "@/lib/cases/types";
import { isOpen } from "./bulk-bar";
import { HeldCase } from "./held-case";
import { worklistKeys } from "./keymap";
import { StateMark } from "./state-mark";

function Line({
  icon,
  label,
  children,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid h-7 grid-cols-[16px_1fr_auto] items-center gap-2 text-12 text-fg2">
      {icon}
      <dt>{label}</dt>
      <dd className="text-fg3 tabular-nums">{children}</dd>
    </div>
  );
}

function Count({ of: [decided, total] }: { readonly of: readonly [number, number] }) {
  return (
    <>
      <span className="text-fg1">{decided}</span> / {total}
    </>
  );
}

const withheldWords =
  "Somebody may have seen who the patient is. An admin looks at it first; it comes back to your worklist after that.";

const section = "border-b border-ln1 px-4 py-3";

/** In a narrow window a held case is settled here too: there is no other place for it. */
const overTheTable =
  "max-preview:absolute max-preview:inset-y-0 max-preview:right-0 max-preview:z-2 max-preview:shadow-e2";

/**
 * What a case holds, before it is opened. While the page follows to another address the case stays as it is: a dialog
 * over it is open, and words may stand in it.
 */
export function CasePreviewPane({
  preview,
  pending,
  zone,
  onOpen,
  onDefer,
  onSettled,
}: {
  readonly preview: CasePreview | null;
  readonly pending: boolean;
  readonly zone: string | undefined;
  readonly onOpen: () => void;
  readonly onDefer: () => void;
  /** A held case was settled: what to say of it. */
  readonly onSettled: (words: string) => void;
}) {
  return (
    <aside
      aria-label="Case preview"
      aria-busy={pending}
      className={cx(
        "w-88 flex-none flex-col border-l border-ln1 bg-bg1 preview:flex",
        preview?.hold ? `flex ${overTheTable}` : "hidden",
      )}
    >
      {preview ? (
        <Filled preview={preview} zone={zone} onOpen={onOpen} onDefer={onDefer} onSettled={onSettled} />
      ) : (
        <Waiting pending={pending} />
      )}
    </aside>
  );
}

function Waiting({ pending }: { readonly pending: boolean }) {
  if (!pending)
    return <p className="m-auto p-6 text-center text-12 text-fg3">Choose a case to see what it holds.</p>;
  return (
    <div className="flex flex-col gap-3 p-4">
      <Skeleton className="h-40" />
      <Skeleton className="w-1/2" />
      <Skeleton />
      <Skeleton className="w-3/4" />
    </div>
  );
}

function Filled({
  preview,
  zone,
  onOpen,
  onDefer,
  onSettled,
}: {
  readonly preview: CasePreview;
  readonly zone: string | undefined;
  readonly onOpen: () => void;
  readonly onDefer: () => void;
  readonly onSettled: (words: string) => void;
}) {
  const { row, counts, hold } = preview;
  const keyOf = useKeyOf(worklistKeys);
  const held = row.state === "held" || hold !== null;
  const both: readonly [number, number] = [
    counts.findings[0] + counts.discussion[0],
    counts.findings[1] + counts.discussion[1],
  ];
  const saved = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <>
      <div className="scroll-thin min-h-0 flex-1">
        {preview.thumbnails.length > 0 ? (
          <div className="grid grid-cols-3 gap-0.5 border-b border-ln1 bg-ln1">
            {preview.thumbnails.slice(0, 6).map(({ url, label }) => (
              <span key={url} className="relative block aspect-square overflow-hidden bg-black">
                <PrivateImage src={url} alt={label ? `Figure ${label}` : ""} size={117} />
                {label ? (
                  <b className="absolute bottom-1 left-1.5 text-11 leading-[14px] font-med text-[oklch(.92_0_0)] [-webkit-text-stroke:3px_rgb(0_0_0/.8)] [paint-order:stroke_fill]">
                    {label}
                  </b>
                ) : null}
              </span>
            ))}
          </div>
        ) : null}
        <section className={section}>
          <div className="flex items-center gap-2">
            <h2 className="text-16 font-semi">{row.label}</h2>
            {row.modalities.map((code) => (
              <Chip key={code} tone="quiet">
                {code}
              </Chip>
            ))}
            <span className="ml-auto">
              <StateMark state={row.state} />
            </span>
          </div>
          <p className="mt-1.5 text-12 text-fg2">
            {held && hold === null ? withheldWords : (preview.history ?? "No clinical history.")}
          </p>
        </section>
        {hold ? (
          <HeldCase
            key={row.id}
            caseId={row.id}
            label={row.label}
            hold={hold}
            unusable={row.state === "unusable"}
            zone={zone}
            onSettled={onSettled}
          />
        ) : null}
        <dl className={section}>
          <Line icon={<Star size={14} aria-hidden="true" />} label="Key slices">
            <span className="text-fg1">{preview.keySlices}</span>
          </Line>
          <Line icon={<ScanSearch size={14} aria-hidden="true" />} label="ROIs">
            <span className="text-fg1">{preview.regions}</span>
          </Line>
          <Line icon={<Type size={14} aria-hidden="true" />} label="Captions">
            <Count of={counts.caption} />
          </Line>
          <Line icon={<FileText size={14} aria-hidden="true" />} label="Findings and discussion">
            <Count of={both} />
          </Line>
          <Line icon={<MessageSquare size={14} aria-hidden="true" />} label="QA pairs">
            <Count of={counts.qa} />
          </Line>
          <Line icon={<ImageIcon size={14} aria-hidden="true" />} label="Images">
            <span className="text-fg1">{row.imageCount}</span>
          </Line>
        </dl>
        <dl className={`${section} grid grid-cols-[104px_1fr] gap-x-2 gap-y-1 text-12`}>
          <dt className="text-fg3">Source</dt>
          <dd>{preview.source}</dd>
          <dt className="text-fg3">Other readers</dt>
          <dd className="text-fg2">Hidden until all have submitted</dd>
          <dt className="text-fg3">Last saved</dt>
          <dd>{preview.lastSaved ? saved.format(new Date(preview.lastSaved)) : "Not yet"}</dd>
        </dl>
      </div>
      <div className="flex gap-2 border-t border-ln1 px-4 py-3">
        <Button
          variant="primary"
          size="lg"
          className="flex-1"
          keys={keyOf("open")}
          onClick={onOpen}
          disabledReason={held ? "The case is held." : null}
        >
          Open
        </Button>
        {isOpen(row) ? (
          <Button size="lg" keys={keyOf("defer")} onClick={onDefer}>
            {row.deferredUntil === null ? "Defer" : "Put back"}
          </Button>
        ) : null}
      </div>
    </>
  );
}
