import { type Door, everybody, statuses, unknownId } from "./door";

export const accountDoors: readonly Door[] = [
  {
    route: "/api/health",
    method: "GET",
    path: () => "/api/health",
    here: everybody(200),
    elsewhere: everybody(200),
  },
  {
    route: "/api/me",
    method: "GET",
    path: () => "/api/me",
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/me/layouts/[id]",
    method: "PUT",
    path: () => `/api/me/layouts/${unknownId}`,
    body: () => ({
      id: unknownId,
      name: "Two of a kind",
      kind: "sections:MR",
      layout: "1x2",
      linked: true,
      standard: false,
      cells: [null, null],
    }),
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/me/layouts/[id]",
    method: "DELETE",
    path: () => `/api/me/layouts/${unknownId}`,
    here: statuses(401, 200, 200, 200, 200),
    elsewhere: statuses(401, 200, 200, 200, 200),
  },
  {
    route: "/api/auth/[...nextauth]",
    method: "GET",
    path: () => "/api/auth/session",
    here: everybody(200),
    elsewhere: everybody(200),
  },
  {
    route: "/api/auth/[...nextauth]",
    method: "POST",
    path: () => "/api/auth/register",
    here: everybody(404),
    elsewhere: everybody(404),
  },
];
