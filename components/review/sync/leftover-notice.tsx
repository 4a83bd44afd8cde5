"use client";
import { useEffect, useState } from "react";
import { Toast } from "@/components/ui/toast";
import { type Leftover, sendLeftovers } from "./leftovers";

function words(leftover: Leftover): string {
  const { caseLabel, save } = leftover;
  if (save.kind === "saved") return `Changes kept from an earlier session of ${caseLabel} are saved now.`;
  if (save.kind === "offline" || save.kind === "failed")
    return `${caseLabel}: ${save.count} ${save.count === 1 ? "change is" : "changes are"} kept here until the server answers.`;
  return `${caseLabel}: changes from an earlier session need you. Open the case.`;
}

/** Sends, after signing in, what was typed before the browser or the session ended, and says so. */
export function LeftoverNotice({ userId }: { readonly userId: string }) {
  const [leftovers, setLeftovers] = useState<readonly Leftover[]>([]);
  useEffect(() => {
    const leaving = new AbortController();
    const report = (leftover: Leftover) =>
      setLeftovers((all) => [...all.filter((one) => one.caseId !== leftover.caseId), leftover]);
    void sendLeftovers(userId, report, leaving.signal);
    return () => leaving.abort();
  }, [userId]);
  return leftovers.map((leftover) => (
    <Toast
      key={leftover.caseId}
      message={{ id: leftover.caseId, text: words(leftover) }}
      onClose={() => setLeftovers((all) => all.filter((one) => one !== leftover))}
    />
  ));
}
