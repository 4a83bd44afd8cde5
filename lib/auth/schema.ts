import { z } from "zod";
import { roles } from "./types";

export const emailSchema = z
  .email("That is not an e-mail address.")
  .max(254)
  .transform((email) => email.toLowerCase());
export const nameSchema = z.string().trim().min(1, "A name is needed.").max(120);
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Lower-case letters, digits and single hyphens.")
  .max(60);
/** Length is what makes a password hard to guess (ASVS 6.2); the upper bound keeps hashing cheap. */
export const passwordSchema = z
  .string()
  .min(12, "A password has at least 12 characters.")
  .max(256, "A password has at most 256 characters.");
export const roleSchema = z.enum(roles);

export const signInSchema = z.object({ email: z.string().max(254), password: z.string().max(256) });

export const addMemberSchema = z.strictObject({
  projectSlug: slugSchema,
  email: emailSchema,
  name: nameSchema,
  role: roleSchema,
});
export type AddMemberInput = z.input<typeof addMemberSchema>;

export const changeRoleSchema = z.strictObject({
  projectSlug: slugSchema,
  userId: z.uuid(),
  /** null takes the person out of the project. */
  role: roleSchema.nullable(),
});
export type ChangeRoleInput = z.input<typeof changeRoleSchema>;

export const memberSchema = z.strictObject({ projectSlug: slugSchema, userId: z.uuid() });
export type MemberInput = z.input<typeof memberSchema>;

export const redeemLinkSchema = z.strictObject({
  token: z.string().max(100),
  name: nameSchema.optional(),
  email: emailSchema.optional(),
  password: passwordSchema,
});
export type RedeemLinkInput = z.input<typeof redeemLinkSchema>;

export const changePasswordSchema = z.strictObject({ current: z.string().max(256), next: passwordSchema });
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

function fewEntries(most: number) {
  return [
    (record: Readonly<Record<string, unknown>>) => Object.keys(record).length <= most,
    `At most ${most} entries.`,
  ] as const;
}

/** Names such as "review.accept" or "shift+left": what they mean is known to the screens, which ignore others. */
const controlName = z.string().regex(/^[a-z0-9.+-]{1,60}$/);
/** A key as keymaps write it: "a", "Shift+ArrowUp", "Ctrl+Enter". */
const keyNameSchema = z.string().regex(/^(Ctrl\+)?(Alt\+)?(Shift\+)?(\S|[A-Z][A-Za-z0-9]{1,20})$/u);

/**
 * A person's keys and mouse: a profile, and what differs from it. Only differences are kept, so a new default reaches
 * everybody who did not choose otherwise.
 */
export const controlsSchema = z.strictObject({
  version: z.literal(1),
  profile: controlName,
  /** Shortcuts of one key can be switched off (WCAG 2.1.4). */
  singleKeys: z.boolean(),
  keys: z.record(controlName, z.array(keyNameSchema).max(4)).refine(...fewEntries(300)),
  mouse: z.record(controlName, controlName).refine(...fewEntries(40)),
});
export type Controls = z.infer<typeof controlsSchema>;

/** Keys and mouse of whoever changed nothing. */
export const defaultControls: Controls = {
  version: 1,
  profile: "reading-room",
  singleKeys: true,
  keys: {},
  mouse: {},
};

const settingsWithControls = z.object({ controls: controlsSchema });

/** The keys and mouse in stored settings; the usual ones where there are none, or of a version not known here. */
export function storedControls(settings: unknown): Controls {
  const parsed = settingsWithControls.safeParse(settings);
  return parsed.success ? parsed.data.controls : defaultControls;
}

/** What a person may choose for themselves. Nothing in it grants anything. */
export const userSettingsSchema = z.strictObject({
  theme: z.enum(["dark", "light", "system"]).optional(),
  controls: controlsSchema.optional(),
  showTimer: z.boolean().optional(),
});
export type UserSettings = z.infer<typeof userSettingsSchema>;
