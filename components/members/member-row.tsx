"use client";
import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { type MemberRow, type Role, roles } from "@/lib/auth/types";
import { roleOptions } from "./member-words";

const cell = "h-12 border-b border-ln1 px-4 text-12";

export function MemberTableRow({
  member,
  self,
  zone,
  onRole,
  onEnabled,
  onLink,
}: {
  readonly member: MemberRow;
  readonly self: boolean;
  readonly zone: string | undefined;
  readonly onRole: (role: Role) => void;
  readonly onEnabled: (enabled: boolean) => void;
  readonly onLink: () => void;
}) {
  const locked = member.manageable ? null : "This person is in projects you do not manage.";
  const seen = member.lastSeen
    ? new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" }).format(
        new Date(member.lastSeen),
      )
    : "Never";
  return (
    <tr>
      <td className={cell}>
        <span className="block text-13 font-med">
          {member.name}
          {self ? <span className="text-fg3"> (you)</span> : null}
        </span>
        <span className="text-fg3">{member.email}</span>
      </td>
      <td className={cell}>
        <Select
          label={`Role of ${member.name}`}
          className="w-32"
          value={member.role}
          options={roleOptions}
          onChange={(event) => onRole(roles.find((role) => role === event.target.value) ?? member.role)}
        />
      </td>
      <td className={cell}>
        {member.disabled ? (
          <Chip tone="error" icon={<CircleX size={12} />}>
            Disabled
          </Chip>
        ) : member.pending ? (
          <Chip tone="warn" icon={<CircleDashed size={12} />}>
            No password yet
          </Chip>
        ) : (
          <Chip tone="ok" icon={<CircleCheck size={12} />}>
            Active
          </Chip>
        )}
      </td>
      <td className={`${cell} text-fg2`}>{seen}</td>
      <td className={`${cell} text-right`}>
        <span className="inline-flex gap-2">
          <Button onClick={onLink} disabledReason={locked}>
            Reset link
          </Button>
          <Button
            variant={member.disabled ? "default" : "danger"}
            onClick={() => onEnabled(member.disabled)}
            disabledReason={self ? "You cannot disable yourself." : locked}
          >
            {member.disabled ? "Enable" : "Disable"}
          </Button>
        </span>
      </td>
    </tr>
  );
}
