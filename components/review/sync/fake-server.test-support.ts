import type { Change } from "@/lib/reading/schema";

type Stored = { revision: number; value: unknown };

/** A server in memory that keeps the promises of `PUT /api/readings/:id/changes`. For tests only. */
export class FakeServer {
  readonly items = new Map<string, Stored>();
  readonly answers = new Map<string, { body: string; answer: unknown }>();
  readonly received: { key: string; changes: readonly Change[]; undoes: string | null }[] = [];
  mode: "up" | "down" | "signed-out" | "busy" | "refusing" | "dies-after-saving" = "up";
  /** Resolves when the network delivers; for requests that are under way for a while. */
  delivery: Promise<void> = Promise.resolve();
  private revision = 0;

  readonly fetch: typeof fetch = async (_, init) => {
    if (this.mode === "down") throw new TypeError("fetch failed");
    if (this.mode === "signed-out") return Response.json({ error: "signed-out" }, { status: 401 });
    if (this.mode === "busy") return new Response("", { status: 503 });
    if (this.mode === "refusing")
      return Response.json({ error: "invalid", message: "changes.0.value: too long" }, { status: 400 });
    const text = String(init?.body);
    await this.delivery;
    const answer = this.save(text);
    if (this.mode === "dies-after-saving") throw new TypeError("connection lost");
    return answer;
  };

  /** What somebody else saved meanwhile. */
  saveElsewhere(part: string, id: string, value: unknown): void {
    const old = this.items.get(`${part}:${id}`);
    this.items.set(`${part}:${id}`, { revision: (old?.revision ?? 0) + 1, value });
  }

  value(part: string, id: string): unknown {
    return this.items.get(`${part}:${id}`)?.value ?? null;
  }

  private save(text: string): Response {
    const request = JSON.parse(text) as (typeof this.received)[number];
    this.received.push(request);
    const before = this.answers.get(request.key);
    if (before)
      return before.body === text
        ? Response.json(before.answer)
        : Response.json(
            { error: "key-reused", message: "This key was used for something else." },
            { status: 422 },
          );
    const conflicts = request.changes.flatMap(({ part, id, base }) => {
      const now = this.items.get(`${part}:${id}`);
      const current = now?.value === null ? 0 : (now?.revision ?? 0);
      return base === current || base === now?.revision
        ? []
        : [{ part, id, revision: now?.revision ?? 0, theirs: now?.value ?? null }];
    });
    if (conflicts.length > 0) return Response.json({ error: "conflict", conflicts }, { status: 409 });
    const items = request.changes.map((change) => {
      const revision = (this.items.get(`${change.part}:${change.id}`)?.revision ?? 0) + 1;
      this.items.set(`${change.part}:${change.id}`, {
        revision,
        value: change.op === "put" ? change.value : null,
      });
      return { part: change.part, id: change.id, revision };
    });
    this.revision += 1;
    const answer = { revision: this.revision, savedAt: new Date(0).toISOString(), items };
    this.answers.set(request.key, { body: text, answer });
    return Response.json(answer);
  }
}
