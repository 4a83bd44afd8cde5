/**
 * Which checker found a flag. The version is raised when its rules find other flags than before: drafts that nobody reads
 * yet are then checked again where they are touched, all of a project by `check-draft --project`.
 */
export const checker = { id: "rules", version: 17 } as const;
