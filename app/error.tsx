"use client";
import { Button } from "@/components/ui/button";
import { PlainPage } from "@/components/ui/plain-page";

export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return (
    <PlainPage
      title="This screen stopped"
      actions={
        <>
          <Button variant="primary" size="lg" onClick={reset}>
            Try again
          </Button>
          <Button size="lg" onClick={() => window.location.assign("/worklist")}>
            Go to the worklist
          </Button>
        </>
      }
    >
      Changes you made are kept in this browser and are sent when the case is opened again.
      {error.digest ? (
        <span className="mt-2 block text-12 text-fg3">Number for the log: {error.digest}</span>
      ) : null}
    </PlainPage>
  );
}
