/** Who did what to whom. `detail` holds ids, hashes and counts, never texts of a case or anything that names a person. */
export interface AuditEntry {
  readonly actorId: string | null;
  /** room.verb, e.g. "reading.submit". */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly projectId: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}
