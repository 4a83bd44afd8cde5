"use client";
import { CircleCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Toast } from "@/components/ui/toast";
import { type Finished, takeFinished } from "./finished";
import { refusalWords, reopenReading } from "./requests";

/** "Submitted. Undo for 10 seconds." on the screen that comes after it, counting down. */
export function FinishedToast() {
  const router = useRouter();
  const [finished, setFinished] = useState<Finished | null>(null);
  const [left, setLeft] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setFinished(takeFinished(Date.now())), []);
  useEffect(() => {
    if (!finished) return;
    const tick = () => setLeft(Math.max(0, Math.ceil((finished.until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [finished]);

  async function takeBack({ readingId, caseId }: Finished) {
    const outcome = await reopenReading(readingId);
    if (outcome.ok) router.push(`/cases/${caseId}`);
    else setProblem(refusalWords(outcome));
  }

  if (problem)
    return <Toast message={{ id: "problem", text: problem, lasts: 8000 }} onClose={() => setProblem(null)} />;
  if (!finished || left === 0) return null;
  return (
    <Toast
      message={{
        id: finished.readingId,
        icon: <CircleCheck size={16} className="text-ok" aria-hidden="true" />,
        text: `${finished.words} Undo for ${left} ${left === 1 ? "second" : "seconds"}.`,
        action: { label: "Undo", run: () => void takeBack(finished) },
      }}
      onClose={() => setFinished(null)}
    />
  );
}
