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

/** What a person may choose for themselves. Nothing in it grants anything. */
export const userSettingsSchema = z.strictObject({
  theme: z.enum(["dark", "light", "system"]).optional(),
  /** Single-key shortcuts can be switched off or moved (WCAG 2.1.4). */
  singleKeys: z.boolean().optional(),
  keys: z.record(z.string().max(40), z.string().max(20)).optional(),
  showTimer: z.boolean().optional(),
});
export type UserSettings = z.infer<typeof userSettingsSchema>;
