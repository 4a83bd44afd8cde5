"use client";
import { Database, Flag, Keyboard, LogOut, Moon, SlidersHorizontal, Sun, SunMoon, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { Menu, type MenuItem } from "@/components/ui/menu";
import type { ChooseTheme } from "@/components/ui/theme";
import { signOut } from "./credentials";

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words[0]?.[0] ?? ""}${words.length > 1 ? (words.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}

/** Theme of this device, members, the keyboard sheet, sign out. */
export function UserMenu({
  name,
  admin,
  chooseTheme,
  sheetKey,
  onKeyboard,
}: {
  readonly name: string;
  readonly admin: boolean;
  readonly chooseTheme: ChooseTheme;
  readonly sheetKey?: string | undefined;
  readonly onKeyboard?: () => void;
}) {
  const router = useRouter();
  const theme = (
    id: string,
    label: string,
    icon: MenuItem["icon"],
    value: "dark" | "light" | null,
  ): MenuItem => ({
    id,
    label,
    icon,
    onSelect: () => void chooseTheme(value).then(() => router.refresh()),
  });
  const items: readonly MenuItem[] = [
    theme("usual", "Usual theme of each screen", <SunMoon size={14} />, null),
    theme("dark", "Dark on this device", <Moon size={14} />, "dark"),
    theme("light", "Light on this device", <Sun size={14} />, "light"),
    ...(admin
      ? [
          {
            id: "members",
            label: "Members",
            icon: <Users size={14} />,
            onSelect: () => router.push("/settings/members"),
          },
          {
            id: "sources",
            label: "Sources",
            icon: <Database size={14} />,
            onSelect: () => router.push("/settings/sources"),
          },
          {
            id: "checks",
            label: "Checks",
            icon: <Flag size={14} />,
            onSelect: () => router.push("/settings/checks"),
          },
        ]
      : []),
    ...(onKeyboard
      ? [
          {
            id: "keyboard",
            label: "Keyboard",
            icon: <Keyboard size={14} />,
            keys: sheetKey,
            onSelect: onKeyboard,
          },
        ]
      : []),
    {
      id: "controls",
      label: "Change keys and mouse",
      icon: <SlidersHorizontal size={14} />,
      onSelect: () => router.push("/settings/keyboard"),
    },
    {
      id: "sign-out",
      label: "Sign out",
      icon: <LogOut size={14} />,
      onSelect: () => void signOut().finally(() => window.location.assign("/sign-in")),
    },
  ];
  return (
    <Menu
      label="You"
      align="end"
      width={224}
      items={items}
      heading={<p className="truncate px-2 pt-1 pb-2 text-11 text-fg3">Signed in as {name}</p>}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          aria-label={`Signed in as ${name}`}
          className="grid size-7 flex-none place-items-center rounded-full bg-bg4 text-11 font-semi text-fg2 hover:text-fg1"
        >
          {initials(name)}
        </button>
      )}
    />
  );
}
