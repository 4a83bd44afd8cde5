"use client";
import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { HeadCell } from "@/components/ui/table";
import { Toast } from "@/components/ui/toast";
import { useHydrated } from "@/components/ui/use-hydrated";
import type {
  addMember,
  changeMemberRole,
  disableMember,
  enableMember,
  makeResetLink,
} from "@/lib/auth/actions";
import type { FreshLink, MemberRow } from "@/lib/auth/types";
import { AddMemberDialog } from "./add-member";
import { FreshLinkDialog } from "./fresh-link";
import { MemberTableRow } from "./member-row";
import { refusalWords } from "./member-words";

export interface MemberActions {
  readonly addMember: typeof addMember;
  readonly changeMemberRole: typeof changeMemberRole;
  readonly disableMember: typeof disableMember;
  readonly enableMember: typeof enableMember;
  readonly makeResetLink: typeof makeResetLink;
}

type Open = { readonly kind: "add" } | ({ readonly kind: "link"; readonly name: string } & FreshLink) | null;

/** Who reads in a project, in what role, and how they get in. */
export function MembersScreen({
  projectSlug,
  members,
  userId,
  actions,
}: {
  readonly projectSlug: string;
  readonly members: readonly MemberRow[];
  readonly userId: string;
  readonly actions: MemberActions;
}) {
  const router = useRouter();
  const zone = useHydrated() ? undefined : "UTC";
  const [open, setOpen] = useState<Open>(null);
  const [said, setSaid] = useState<{ readonly id: string; readonly text: string } | null>(null);
  const say = (text: string) => setSaid({ id: `${Date.now()}`, text });

  async function change(
    work: Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>,
    done: string,
  ) {
    const outcome = await work;
    say(outcome.ok ? done : refusalWords(outcome));
    router.refresh();
  }

  return (
    <>
      <header className="flex h-15 items-center gap-3 px-6">
        <h1 className="text-20 font-semi">Members</h1>
        <span className="text-fg3">{members.length}</span>
        <Button
          variant="primary"
          className="ml-auto"
          icon={<UserPlus size={16} />}
          onClick={() => setOpen({ kind: "add" })}
        >
          Add member
        </Button>
      </header>
      <div className="mx-6 mb-6 overflow-hidden rounded-card border border-ln1 bg-bg1 shadow-e1">
        <table className="w-full border-collapse [&_tr:last-child>td]:border-b-0">
          <caption className="sr-only">Members of the project</caption>
          <thead>
            <tr>
              <HeadCell className="px-4">Person</HeadCell>
              <HeadCell className="px-4">Role</HeadCell>
              <HeadCell className="px-4">Account</HeadCell>
              <HeadCell className="px-4">Last sign-in</HeadCell>
              <HeadCell className="px-4">
                <span className="sr-only">Actions</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => {
              const who = { projectSlug, userId: member.userId };
              return (
                <MemberTableRow
                  key={member.userId}
                  member={member}
                  self={member.userId === userId}
                  zone={zone}
                  onRole={(role) =>
                    void change(actions.changeMemberRole({ ...who, role }), `${member.name} has a new role.`)
                  }
                  onEnabled={(enabled) =>
                    void change(
                      enabled ? actions.enableMember(who) : actions.disableMember(who),
                      enabled
                        ? `${member.name} can sign in again.`
                        : `${member.name} is signed out and cannot sign in.`,
                    )
                  }
                  onLink={() =>
                    void actions.makeResetLink(who).then((outcome) => {
                      if (outcome.ok) setOpen({ ...outcome, kind: "link", name: member.name });
                      else say(refusalWords(outcome));
                    })
                  }
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <div aria-live="polite" className="fixed right-6 bottom-10 w-96 max-w-[calc(100vw-48px)]">
        {said ? (
          <Toast key={said.id} message={{ ...said, lasts: 8000 }} onClose={() => setSaid(null)} />
        ) : null}
      </div>
      {open?.kind === "add" ? (
        <AddMemberDialog
          projectSlug={projectSlug}
          add={actions.addMember}
          onClose={() => setOpen(null)}
          onAdded={(name, link) => {
            setOpen(link ? { ...link, kind: "link", name } : null);
            if (!link) say(`${name} is a member now.`);
            router.refresh();
          }}
        />
      ) : null}
      {open?.kind === "link" ? (
        <FreshLinkDialog
          name={open.name}
          path={open.path}
          expiresAt={open.expiresAt}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
