export const roles = ["reader", "adjudicator", "admin"] as const;
export type Role = (typeof roles)[number];

/** Who is asking. Holding one means: the session was checked against the database in this request. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** May make projects, and acts as admin in every project. */
  readonly siteAdmin: boolean;
  readonly sessionVersion: number;
}

/** What the session cookie carries. Seconds since 1970. */
export interface SessionClaims {
  readonly userId: string;
  readonly sessionVersion: number;
  /** Sign-in. */
  readonly began: number;
  /** Last activity. */
  readonly seen: number;
}

export interface MemberRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabled: boolean;
  /** Has not chosen a password yet. */
  readonly pending: boolean;
  /** Last sign-in, ISO 8601; null = never. */
  readonly lastSeen: string | null;
  /** This actor may disable the account and make links for it. */
  readonly manageable: boolean;
}

export type Refused<Reason extends string> = { readonly ok: false; readonly reason: Reason };

/** A link that was just made. The token is shown once; only its hash is stored. */
export interface FreshLink {
  readonly token: string;
  readonly path: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}
