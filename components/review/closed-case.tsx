import Link from "next/link";
import { PlainPage } from "@/components/ui/plain-page";

const words = {
  held: {
    title: "This case is held",
    text: "Somebody may have seen who the patient is. An admin looks at it first; it comes back to your worklist after that.",
  },
  full: { title: "This case has all its readers", text: "Choose another one from your worklist." },
  "not-ready": { title: "This case is not ready", text: "It is still being prepared. Choose another one." },
  "not-found": { title: "Nothing here for you", text: "Choose a case from your worklist." },
} as const;

/** A case that cannot be read now, and why. */
export function ClosedCase({ reason }: { readonly reason: keyof typeof words }) {
  const { title, text } = words[reason];
  return (
    <PlainPage
      title={title}
      actions={
        <Link
          href="/worklist"
          className="inline-flex h-8 items-center rounded-control bg-ac px-3 font-semi text-ac-fg hover:bg-ac-h"
        >
          Go to the worklist
        </Link>
      }
    >
      {text}
    </PlainPage>
  );
}
