import { type Door, everybody, type Statuses, statuses } from "./door";

const page = (route: string, path: Door["path"], here: Statuses, elsewhere = here): Door => ({
  route,
  method: "GET",
  path,
  here,
  elsewhere,
  overHttpOnly: true,
});
const signedIn = statuses(307, 200, 200, 200, 200);

export const pageDoors: readonly Door[] = [
  page("/", () => "/", everybody(307)),
  page("/sign-in", () => "/sign-in", everybody(200)),
  page("/setup/[token]", () => "/setup/invented", everybody(404)),
  page("/worklist", () => "/worklist", signedIn),
  page("/settings/keyboard", () => "/settings/keyboard", signedIn),
  page(
    "/studies",
    (on) => `/studies?project=${on.projectSlug}`,
    statuses(307, 404, 200, 200, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/cases/[caseId]",
    (on) => `/cases/${on.caseId}`,
    statuses(307, 404, 200, 200, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/members",
    (on) => `/settings/members?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/checks",
    (on) => `/settings/checks?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/sources",
    (on) => `/settings/sources?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/drafting",
    (on) => `/settings/drafting?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
  page(
    "/settings/prompts",
    (on) => `/settings/prompts?project=${on.projectSlug}`,
    statuses(307, 404, 404, 404, 200),
    statuses(307, 404, 404, 404, 404),
  ),
];

export const publicDoors: readonly Door[] = [
  { ...page("/icon.svg", () => "/icon.svg", everybody(200)), publicFile: true },
  // What no route serves; whoever is not signed in is not even told that.
  page("/_not-found", () => "/nothing-here", statuses(307, 404, 404, 404, 404)),
];
