import type { Role } from "@/lib/auth/types";

export const roleOptions: readonly { readonly value: Role; readonly label: string }[] = [
  { value: "reader", label: "Reader" },
  { value: "adjudicator", label: "Adjudicator" },
  { value: "admin", label: "Admin" },
];

const reasons: Readonly<Record<string, string>> = {
  "already-member": "This person is a member already.",
  "last-admin": "This is the last admin. Make somebody else an admin first.",
  "other-projects": "This person is in projects you do not manage. A site admin can do this.",
  "not-found": "This person is not a member any more. Load the page again.",
  "signed-out": "You are signed out. Sign in and try again.",
};

/** What a refused action says: the reason, then the next step. */
export function refusalWords(outcome: { readonly reason: string; readonly message?: string }): string {
  return outcome.message ?? reasons[outcome.reason] ?? "That did not work. Try again.";
}
