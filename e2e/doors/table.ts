import { accountDoors } from "./account";
import { caseDoors, figureDoors, pixelDoors } from "./cases";
import type { Door } from "./door";
import { pageDoors, publicDoors } from "./pages";
import { runDoors, studyDoors } from "./projects";
import { readingDoors } from "./reading";

/**
 * Every way into the app, and what the five kinds of people get there. The database test calls the handlers with this
 * table, the journeys ask the running server; both fail for a route that has no row.
 */
export const doors: readonly Door[] = [
  ...accountDoors,
  ...figureDoors,
  ...readingDoors,
  ...pixelDoors,
  ...caseDoors,
  ...runDoors,
  ...studyDoors,
  ...pageDoors,
  ...publicDoors,
];
