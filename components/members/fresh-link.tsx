"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { useHydrated } from "@/components/ui/use-hydrated";

/** A link that can be seen only now: it is stored as a hash. */
export function FreshLinkDialog({
  name,
  path,
  expiresAt,
  onClose,
}: {
  readonly name: string;
  readonly path: string;
  readonly expiresAt: string;
  readonly onClose: () => void;
}) {
  const [copied, setCopied] = useState(false);
  const hydrated = useHydrated();
  const url = hydrated ? new URL(path, window.location.origin).href : path;
  const until = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(expiresAt),
  );
  return (
    <Dialog
      title={`Link for ${name}`}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className="mb-3 text-12 text-fg2">
        Send it to {name}. It works once, until {until}, and is not shown again.
      </p>
      <Field
        label="One-time link"
        readOnly
        value={url}
        onFocus={(event) => event.target.select()}
        end={
          <Button
            size="sm"
            icon={copied ? <Check size={14} /> : <Copy size={14} />}
            onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        }
      />
    </Dialog>
  );
}
