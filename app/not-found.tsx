import Link from "next/link";
import { PlainPage } from "@/components/ui/plain-page";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage
      title="Nothing here for you"
      actions={
        <Link
          href="/worklist"
          className="inline-flex h-8 items-center rounded-control bg-ac px-3 font-semi text-ac-fg hover:bg-ac-h"
        >
          Go to the worklist
        </Link>
      }
    >
      The page does not exist, or it belongs to someone else. Check the address, or open the case from your
      worklist.
    </PlainPage>
  );
}
