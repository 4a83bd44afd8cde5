import { Mark } from "@/components/ui/mark";
import { Skeleton } from "@/components/ui/skeleton";

/** The top bar of a case before it is here. */
export function WaitingBar({ label, title }: { readonly label: string; readonly title: string }) {
  return (
    <header className="flex h-11 flex-none items-center gap-3 border-b border-ln1 bg-bg1 px-3">
      <Mark />
      <span className="font-semi whitespace-nowrap">{label}</span>
      <span className="truncate text-fg2">{title}</span>
    </header>
  );
}

export function WaitingRail() {
  return (
    <div className="flex flex-col gap-3 p-3">
      <Skeleton />
      <Skeleton className="h-20" />
    </div>
  );
}

export const WaitingLayoutBar = () => <div className="h-9 flex-none border-b border-ln1 bg-bg1" />;

export function WaitingReview() {
  return (
    <div className="flex flex-col gap-3 p-4">
      <Skeleton className="h-6" />
      <Skeleton className="h-40" />
    </div>
  );
}
