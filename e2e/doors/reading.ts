import { type Door, type DoorSubject, nobody, statuses, strangers, unknownId } from "./door";

const ownerGets = (status: number) => ({
  here: statuses(401, 404, status, 404, 404),
  elsewhere: strangers,
});

const acceptChange = ({ draft }: DoorSubject) => ({
  key: unknownId,
  changes: [
    {
      op: "put",
      part: "decision",
      id: draft.id,
      base: 0,
      value: { kind: "accept", draftHash: draft.contentHash },
    },
  ],
});
const submission = () => ({ revision: 0 });
const time = () => ({ seconds: 5 });
const again = ({ draft }: DoorSubject) => ({ draftId: draft.id });
const judgement = () => ({ documentId: unknownId, pinned: true, relevance: 2 });

const reading = "/api/readings/[id]";

export const readingDoors: readonly Door[] = (
  [
    { route: reading, method: "GET", tail: "", owner: 200 },
    { route: `${reading}/changes`, method: "PUT", tail: "/changes", body: acceptChange, owner: 200 },
    // Let in, and told what is missing.
    { route: `${reading}/submit`, method: "POST", tail: "/submit", body: submission, owner: 422 },
    { route: `${reading}/reopen`, method: "POST", tail: "/reopen", owner: 200 },
    { route: `${reading}/time`, method: "POST", tail: "/time", body: time, owner: 200 },
    // Let in, and told that no model can be asked.
    { route: `${reading}/drafts`, method: "POST", tail: "/drafts", body: again, owner: 409 },
    { route: `${reading}/context`, method: "GET", tail: "/context", owner: 200 },
    // Let in, and told that there is no such document.
    { route: `${reading}/context`, method: "PUT", tail: "/context", body: judgement, owner: 404 },
    // Let in, and told the same.
    {
      route: `${reading}/context/documents/[documentId]/picture`,
      method: "GET",
      tail: `/context/documents/${unknownId}/picture`,
      owner: 404,
    },
    { route: `${reading}/context/search`, method: "GET", tail: "/context/search?words=cyst", owner: 200 },
  ] as const
).flatMap(
  ({ route, method, tail, owner, ...rest }) =>
    [
      { route, method, path: (on) => `/api/readings/${on.readingId}${tail}`, ...rest, ...ownerGets(owner) },
      {
        route,
        method,
        when: "another reader's",
        path: (on) => `/api/readings/${on.otherReadingId}${tail}`,
        ...rest,
        ...nobody,
      },
    ] satisfies readonly Door[],
);
