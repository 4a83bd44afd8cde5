"use client";
import { X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";

export interface ToastMessage {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Milliseconds; absent = until it is closed. */
  readonly lasts?: number;
}

/** A short message with at most one action. The parent places it: above the foot of a panel, never over pixels. */
export function Toast({
  message,
  keys,
  onClose,
}: {
  readonly message: ToastMessage;
  /** The key that does the action, as keymaps write it. */
  readonly keys?: string | undefined;
  readonly onClose: () => void;
}) {
  useEffect(() => {
    if (message.lasts === undefined) return;
    const timer = setTimeout(onClose, message.lasts);
    return () => clearTimeout(timer);
  }, [message, onClose]);
  return (
    <div className="flex min-h-10 items-center gap-2.5 rounded-card bg-(--raised) py-1 pr-2 pl-3 text-12 shadow-e2 animate-[appear_140ms_var(--ease)]">
      {message.icon}
      <span className="min-w-0 flex-1">{message.text}</span>
      {message.action ? (
        <Button
          size="sm"
          variant="quiet"
          keys={keys}
          onClick={() => {
            message.action?.run();
            onClose();
          }}
        >
          {message.action.label}
        </Button>
      ) : null}
      <IconButton size="sm" label="Close message" icon={<X size={14} />} onClick={onClose} />
    </div>
  );
}
