"use client";
import { CircleAlert, CircleX, CloudCheck, LogIn, RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useReview, useSync } from "../context";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const changes = (count: number): string => `${count} ${count === 1 ? "change" : "changes"}`;

/** Whether the reader's work is safe, in words. */
export function SaveMark() {
  const { sync, ui } = useReview();
  const save = useSync((state) => state.save);
  const kept = useSync((state) => state.kept);
  const line = "inline-flex items-center gap-1.5 text-12 whitespace-nowrap tabular-nums";
  const compare = () => ui.setState({ dialog: { kind: "saving" } });
  function words() {
    switch (save.kind) {
      case "saving":
        return (
          <span className={`${line} text-fg2`}>
            <Spinner words="" />
            Saving
          </span>
        );
      case "saved":
        return (
          <span className={`${line} text-fg2`}>
            <CloudCheck size={14} className="text-ok" aria-hidden="true" />
            {save.at ? `Saved ${clock.format(new Date(save.at))}` : "Saved"}
          </span>
        );
      case "offline":
        return (
          <span className={`${line} text-wa`}>
            <RefreshCw size={14} aria-hidden="true" />
            {kept === "yes"
              ? `Offline, ${changes(save.count)} kept here.`
              : `Offline, ${changes(save.count)} not sent.`}
          </span>
        );
      case "failed":
        return (
          <Button size="sm" variant="danger" icon={<CircleX size={14} />} onClick={() => void sync.resume()}>
            Not saved, retry
          </Button>
        );
      case "signed-out":
        return (
          <Button size="sm" variant="danger" icon={<LogIn size={14} />} onClick={compare}>
            Signed out, {changes(save.count)} {kept === "yes" ? "kept here" : "not sent"}
          </Button>
        );
      case "conflict":
        return (
          <Button size="sm" variant="danger" icon={<CircleAlert size={14} />} onClick={compare}>
            Changed in another window. Compare
          </Button>
        );
      case "refused":
        return (
          <Button size="sm" variant="danger" icon={<CircleX size={14} />} onClick={compare}>
            Not saved, see why
          </Button>
        );
      default:
        return save satisfies never;
    }
  }
  return (
    <output aria-live="polite" className="inline-flex items-center gap-2">
      {words()}
      {kept === "no" ? (
        <span className="text-12 text-er">This browser cannot keep changes. Do not close the tab.</span>
      ) : null}
    </output>
  );
}
